package io.microwallet.core.purchase;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Orders about purchases. */
public sealed interface PurchaseCommand extends Command {
    /** Pays a merchant at once, without a hold. The merchant is consulted only: credits to it commute. */
    record Purchase(
            LedgerId ledger,
            PurchaseId purchase,
            WalletId wallet,
            MerchantId merchant,
            ClientId client,
            Money amount,
            @Nullable PopUpId popUp,
            @Nullable SealedText reference,
            @Nullable Instant effective)
            implements PurchaseCommand {
        /** @throws IllegalArgumentException unless the amount is positive */
        public Purchase {
            amount.positive();
        }

        @Override
        public Boundary boundary() {
            return Boundary.over(wallet).consulting(merchant, ledger).consultingToo(popUp);
        }
    }
}
