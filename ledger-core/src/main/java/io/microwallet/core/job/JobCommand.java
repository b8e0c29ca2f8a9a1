package io.microwallet.core.job;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/** An order of a client, and the fact that it is carried out, which our own worker reports. */
public sealed interface JobCommand extends Command {
    JobId job();

    /** Wants the unspent cash of every top-up that names a pop-up sent back to where it came from. */
    record ReturnUnspentOfPopUp(
            LedgerId ledger,
            PopUpId popUp,
            JobId job,
            ClientId client,
            @Nullable SealedText reference) implements JobCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(job).consulting(popUp);
        }
    }

    /** A fact: every wallet has been asked for its part. */
    record FinishUnspentReturn(JobId job, ReturnTotals totals) implements JobCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(job);
        }
    }
}
