package io.microwallet.core.chargeback;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.WalletId;
import org.jspecify.annotations.Nullable;

/** Two facts that a processor reports, and what finance does about what a member owes since. */
public sealed interface ChargebackCommand extends Command {
    /** A fact: the processor has taken the money back. */
    record ReportChargeback(LedgerId ledger, ChargebackId chargeback, Dispute dispute) implements ChargebackCommand {
        @Override
        public Boundary boundary() {
            return over(chargeback, dispute);
        }
    }

    /** A fact: the dispute was won, and this amount came back. It tells all of the dispute, for it may come first. */
    record ReportDisputeWon(LedgerId ledger, ChargebackId chargeback, Dispute dispute, Money amount)
            implements ChargebackCommand {
        /** @throws IllegalArgumentException unless the amount is positive */
        public ReportDisputeWon {
            amount.positive();
        }

        @Override
        public Boundary boundary() {
            return over(chargeback, dispute);
        }
    }

    /** Pays what a member owes from the wallet's cash; {@code amount} null for as much as there is, in every currency. */
    record CollectReceivable(
            LedgerId ledger,
            WalletId wallet,
            ClientId client,
            @Nullable Money amount,
            @Nullable SealedText reference) implements ChargebackCommand {
        /** @throws IllegalArgumentException unless the amount, if there is one, is positive */
        public CollectReceivable {
            positive(amount);
        }

        @Override
        public Boundary boundary() {
            return Boundary.over(wallet);
        }
    }

    /** Gives up what a member owes; {@code amount} null for all of it, in every currency. */
    record WriteOffReceivable(
            LedgerId ledger,
            WalletId wallet,
            ClientId client,
            @Nullable Money amount,
            @Nullable SealedText reference) implements ChargebackCommand {
        /** @throws IllegalArgumentException unless the amount, if there is one, is positive */
        public WriteOffReceivable {
            positive(amount);
        }

        @Override
        public Boundary boundary() {
            return Boundary.over(wallet);
        }
    }

    private static Boundary over(ChargebackId chargeback, Dispute dispute) {
        var topUp = dispute.topUp();
        var wallet = dispute.wallet();
        return topUp == null || wallet == null ? Boundary.over(chargeback) : Boundary.over(wallet, topUp, chargeback);
    }

    private static void positive(@Nullable Money amount) {
        if (amount != null) {
            amount.positive();
        }
    }
}
