package io.microwallet.core.hold;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.WalletId;
import org.jspecify.annotations.Nullable;

/** Orders about holds. What never changes of a drop or a hold is read before its command is made: wallet, drop and merchant. */
public sealed interface HoldCommand extends Command {
    LedgerId ledger();

    HoldId hold();

    WalletId wallet();

    /** Over wallet and drop in one decision: the drop's price, and one of its units. */
    record PlaceHold(
            LedgerId ledger,
            HoldId hold,
            WalletId wallet,
            DropId drop,
            ClientId client,
            @Nullable SealedText reference) implements HoldCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(wallet, drop).consulting(ledger);
        }
    }

    /** Over a wallet alone: a deposit for a merchant. */
    record PlaceDeposit(
            LedgerId ledger,
            HoldId hold,
            WalletId wallet,
            MerchantId merchant,
            ClientId client,
            Money amount,
            int holdSeconds,
            @Nullable PopUpId popUp,
            @Nullable SealedText reference)
            implements HoldCommand {
        /** @throws IllegalArgumentException unless the amount is positive and the time within {@link Offer}'s bounds */
        public PlaceDeposit {
            amount.positive();
            Offer.requireHoldSeconds(holdSeconds);
        }

        @Override
        public Boundary boundary() {
            return Boundary.over(wallet).consulting(ledger, merchant).consultingToo(popUp);
        }
    }

    /**
     * Takes what is held, or a part of it. All captures of a hold are one purchase.
     *
     * @param amount null for all that is held
     */
    record CaptureHold(
            LedgerId ledger,
            HoldId hold,
            WalletId wallet,
            @Nullable DropId drop,
            MerchantId merchant,
            ClientId client,
            @Nullable Money amount,
            Rest rest,
            @Nullable SealedText reference)
            implements HoldCommand {
        /** @throws IllegalArgumentException unless the amount, if there is one, is positive */
        public CaptureHold {
            if (amount != null) {
                amount.positive();
            }
        }

        @Override
        public Boundary boundary() {
            return Boundary.over(wallet, hold, hold.purchase())
                    .guardingToo(drop)
                    .consulting(merchant, ledger);
        }
    }

    /** Lets go of all that is still held. */
    record VoidHold(
            LedgerId ledger,
            HoldId hold,
            WalletId wallet,
            @Nullable DropId drop) implements HoldCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(wallet, hold).guardingToo(drop);
        }
    }

    /** What becomes of what a capture leaves. */
    enum Rest {
        /** It stays held. */
        KEPT,
        /** The capture is final. */
        LET_GO
    }
}
