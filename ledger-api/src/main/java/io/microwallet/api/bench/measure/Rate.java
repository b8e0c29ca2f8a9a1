package io.microwallet.api.bench.measure;

import io.microwallet.api.bench.load.Tally;
import java.util.Arrays;

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
    /** Of things done one after the other. */
    public static Rate ofEach(long... nanos) {
        var sorted = Arrays.stream(nanos).sorted().toArray();
        var seconds = Arrays.stream(nanos).sum() / 1e9;
        var median = millis(sorted[sorted.length / 2]);
        var longest = millis(sorted[sorted.length - 1]);
        return new Rate(seconds, nanos.length, 0, nanos.length / seconds, median, longest, longest, longest);
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }

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
