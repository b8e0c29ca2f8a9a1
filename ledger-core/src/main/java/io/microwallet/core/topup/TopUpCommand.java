package io.microwallet.core.topup;

import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One order of a client, and two facts that a processor reports. */
public sealed interface TopUpCommand extends Command {
    TopUpId topUp();

    WalletId wallet();

    @Override
    default Boundary boundary() {
        return Boundary.over(wallet(), topUp());
    }

    /** {@code processorServes} are the modes of ledgers that the processor serves; none if nobody knows the processor. */
    record RequestTopUp(
            LedgerId ledger,
            TopUpId topUp,
            WalletId wallet,
            Money amount,
            ProcessorId processor,
            Set<Mode> processorServes,
            CardToken card,
            @Nullable PopUpId popUp,
            @Nullable SealedText reference,
            @Nullable Instant effective)
            implements TopUpCommand {
        /** @throws IllegalArgumentException unless the amount is positive */
        public RequestTopUp {
            amount.positive();
            processorServes = Set.copyOf(processorServes);
        }

        @Override
        public Boundary boundary() {
            return Boundary.over(wallet, topUp).consulting(ledger).consultingToo(popUp);
        }
    }

    /** A fact: the processor took the money, whatever we thought of it before. */
    record ReportTopUpSucceeded(TopUpId topUp, WalletId wallet, Money amount, ProcessorReference processorReference)
            implements TopUpCommand {
        /** @throws IllegalArgumentException unless the amount is positive */
        public ReportTopUpSucceeded {
            amount.positive();
        }
    }

    /** A fact: the processor says that no money came. */
    record ReportTopUpFailed(TopUpId topUp, WalletId wallet, DeclineCode code) implements TopUpCommand {}
}
