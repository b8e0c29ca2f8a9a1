package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import io.microwallet.core.job.JobCommand.FinishUnspentReturn;
import io.microwallet.core.job.JobCommand.ReturnUnspentOfPopUp;
import io.microwallet.core.job.JobId;
import io.microwallet.core.job.ReturnTotals;
import io.microwallet.core.popup.PopUpId;
import java.time.Instant;
import java.util.List;

/** Finance sends home what was left at a pop-up; a job that nobody knows is told to be over. */
final class JobActs implements Acts {
    private static final int AT_ONCE_MAX = 3;

    private final Tables t;
    private final Dice dice;

    JobActs(Tables tables, Dice dice) {
        t = tables;
        this.dice = dice;
    }

    @Override
    public int share() {
        var running = t.jobs.values().stream().filter(job -> !job.done).count();
        return t.topUps.isEmpty() || running >= AT_ONCE_MAX ? 0 : 3;
    }

    @Override
    public Command next(Instant now) {
        if (dice.oneIn(20)) {
            return new FinishUnspentReturn(new JobId(dice.id()), new ReturnTotals(0, 0, List.of(), List.of()));
        }
        var known = dice.lately(t.jobs.keySet());
        var id = known != null && dice.oneIn(8) ? known : new JobId(dice.id());
        var popUp = dice.lately(t.popUps.keySet());
        return new ReturnUnspentOfPopUp(
                dice.ledger(),
                popUp == null || dice.oneIn(20) ? new PopUpId(dice.id()) : popUp,
                id,
                PeopleActs.TILL,
                null);
    }
}
