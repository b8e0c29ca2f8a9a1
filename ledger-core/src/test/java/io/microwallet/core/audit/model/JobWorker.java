package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import io.microwallet.core.job.JobCommand.FinishUnspentReturn;
import org.jspecify.annotations.Nullable;

/**
 * Our own worker: asks the wallets of a job in no order, with anything between them, and tells when all were asked. It remembers nothing
 * itself: what it was told stands under the keys of the parts, so that one that was killed is no other than one that went on.
 */
final class JobWorker {
    private final Tables t;
    private final Jobs jobs;
    private final Dice dice;

    JobWorker(Tables tables, Jobs jobs, Dice dice) {
        t = tables;
        this.jobs = jobs;
        this.dice = dice;
    }

    /** What it sends next; null where no job is left. */
    @Nullable
    Command next() {
        var job = dice.lately(t.jobs.values().stream().filter(it -> !it.done).toList());
        if (job == null) {
            return null;
        }
        var unasked = jobs.unasked(job);
        return unasked.isEmpty() ? new FinishUnspentReturn(job.id, jobs.totals(job)) : jobs.part(job, dice.of(unasked));
    }
}
