package io.microwallet.api.page.receipt;

import io.microwallet.core.ledger.Mode;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.wallet.Lot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One purchase as it was decided. It does not know whose it is: two receipts cannot be linked to one wallet.
 *
 * @param draws the parts of lots that paid it, in burn-down order
 * @param available what the wallet could spend right after it
 */
public record Receipt(
        @Nullable String ledger,
        Mode mode,
        PurchaseId purchase,
        Instant at,
        @Nullable Instant effective,
        MerchantId merchant,
        @Nullable String merchantName,
        Money amount,
        List<Lot> draws,
        Money available) {}
