package io.microwallet.core.job;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.job.JobCommand.FinishUnspentReturn;
import io.microwallet.core.job.JobCommand.ReturnUnspentOfPopUp;
import io.microwallet.core.job.JobEvent.UnspentReturnFinished;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.popup.PopUp;
import java.time.Instant;

/** How a job begins and ends; what it does in between is decided wallet by wallet. */
public final class JobRules implements Decider<JobCommand> {
    @Override
    public Decision decide(States states, JobCommand command, Instant at) {
        return switch (command) {
            case ReturnUnspentOfPopUp c -> order(states, c);
            case FinishUnspentReturn c -> finish(states, c);
        };
    }

    private static Decision order(States states, ReturnUnspentOfPopUp command) {
        return switch (states.of(command.popUp()).within(command.ledger())) {
            case PopUp.Unborn _ -> absent(Absence.POP_UP_NOT_FOUND);
            case PopUp.Announced _
            when !(states.of(command.job()) instanceof Job.Unborn) -> refused(JobRefusal.JOB_ALREADY_EXISTS);
            case PopUp.Announced _ ->
                accepted(new UnspentReturnOrdered(
                        command.ledger(), command.job(), command.popUp(), command.client(), command.reference()));
        };
    }

    private static Decision finish(States states, FinishUnspentReturn command) {
        return switch (states.of(command.job())) {
            case Job.Unborn _ -> absent(Absence.JOB_NOT_FOUND);
            case Job.Running job ->
                accepted(new UnspentReturnFinished(command.job(), job.order().popUp(), command.totals()));
            case Job.Done _ -> new Decision.AlreadyKnown();
        };
    }
}
