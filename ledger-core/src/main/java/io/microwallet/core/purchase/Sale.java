package io.microwallet.core.purchase;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who sold to whom, where and when: what never changes of a purchase. */
public record Sale(
        LedgerId ledger,
        PurchaseId purchase,
        WalletId wallet,
        MerchantId merchant,
        ClientId client,
        @Nullable PopUpId popUp,
        @Nullable SealedText reference,
        @Nullable Instant effective) {}
