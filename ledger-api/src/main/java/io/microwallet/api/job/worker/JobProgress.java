package io.microwallet.api.job.worker;

import io.microwallet.core.job.ReturnTotals;
import io.microwallet.core.job.ReturnTotals.Refused;
import java.util.List;

/**
 * How far a job is that is not done.
 *
 * @param total how many wallets it is about
 * @param soFar what became of those that have been asked
 * @param waiting how many are asked again later, by what kept them
 */
public record JobProgress(int total, ReturnTotals soFar, List<Refused> waiting) {
    public JobProgress {
        waiting = List.copyOf(waiting);
    }
}
