package io.microwallet.api.job.worker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What jobs count for those who watch the service. */
public final class JobMeters {
    final Counter returned;
    final Counter refused;
    /** Each time that one could not be decided: a bug, or a key that belongs to another call. */
    final Counter broken;
    /** Each time that the store took nothing and a job had to wait. */
    final Counter waits;

    public JobMeters(MeterRegistry meters) {
        returned = wallets(meters, "returned");
        refused = wallets(meters, "refused");
        broken = wallets(meters, "broken");
        waits = Counter.builder("microwallet.jobs.waits")
                .description("Times that a job had to wait for the store")
                .register(meters);
    }

    private static Counter wallets(MeterRegistry meters, String outcome) {
        return Counter.builder("microwallet.jobs.wallets")
                .tag("outcome", outcome)
                .description("Wallets that jobs asked, by what became of it")
                .register(meters);
    }
}
