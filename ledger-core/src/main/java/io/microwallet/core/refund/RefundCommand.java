package io.microwallet.core.refund;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two orders of clients, and two facts that a processor reports. */
public sealed interface RefundCommand extends Command {
    RefundId refund();

    WalletId wallet();

    /**
     * Undoes a purchase, or a part of it, in the reverse of the order in which it was paid.
     *
     * @param amount null for all that is left
     * @param sources the top-ups that paid for it, where it goes back to them; they never change
     */
    record RefundPurchase(
            LedgerId ledger,
            RefundId refund,
            PurchaseId purchase,
            WalletId wallet,
            MerchantId merchant,
            ClientId client,
            @Nullable Money amount,
            RefundTarget to,
            List<TopUpId> sources,
            @Nullable SealedText reference,
            @Nullable Instant effective)
            implements RefundCommand {
        /** @throws IllegalArgumentException unless the amount, if there is one, is positive */
        public RefundPurchase {
            sources = List.copyOf(sources);
            if (amount != null) {
                amount.positive();
            }
        }

        @Override
        public Boundary boundary() {
            return new Boundary(guarded(sources, wallet, purchase, refund), List.of(merchant, ledger));
        }
    }

    /**
     * Sends what is left of top-ups back to where they came from, as far as they go.
     *
     * @param sources the top-ups whose cash the wallet had when it was asked for
     * @param popUp the pop-up that the sources name, if they were chosen by it
     */
    record ReturnUnspent(
            LedgerId ledger,
            RefundId refund,
            WalletId wallet,
            ClientId client,
            List<TopUpId> sources,
            @Nullable PopUpId popUp,
            @Nullable SealedText reference)
            implements RefundCommand {
        public ReturnUnspent {
            sources = List.copyOf(sources);
        }

        @Override
        public Boundary boundary() {
            return new Boundary(guarded(sources, wallet, refund), List.of());
        }
    }

    /** A fact: the processor has sent a part back, whatever we thought of it before. */
    record ReportRefundSettled(RefundId refund, WalletId wallet, TopUpId topUp, ProcessorReference processorReference)
            implements RefundCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(wallet, refund, topUp);
        }
    }

    /** A fact: a part did not reach its card, or came back from it. */
    record ReportRefundFailed(RefundId refund, WalletId wallet, TopUpId topUp, DeclineCode code)
            implements RefundCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(wallet, refund, topUp);
        }
    }

    private static List<EntityId<?>> guarded(List<TopUpId> sources, EntityId<?>... first) {
        var guarded = new ArrayList<EntityId<?>>(first.length + sources.size());
        guarded.addAll(List.of(first));
        guarded.addAll(sources);
        return guarded;
    }
}
