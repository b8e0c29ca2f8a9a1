package io.microwallet.api.bench.measure;

import io.microwallet.api.bench.load.Tally;

/** How fast, and how long each took; milliseconds. */
public record Rate(
        double seconds,
        long successes,
        long failures,
        double perSecond,
        double p50,
        double p99,
        double p999,
        double max) {
    public static Rate of(Tally tally) {
        return new Rate(
                tally.took().toNanos() / 1e9,
                tally.successes(),
                tally.failures(),
                tally.perSecond(),
                tally.millis(50),
                tally.millis(99),
                tally.millis(99.9),
                tally.millis(100));
    }
}
