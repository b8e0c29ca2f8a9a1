package io.microwallet.api.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What became of what was sent: only successes count, and the latency of each. */
public final class Tally {
    private static final long LATENCY_MAX_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    private final Histogram latencies = new ConcurrentHistogram(LATENCY_MAX_MICROS, DIGITS);
    private final LongAdder successes = new LongAdder();
    private final Map<String, LongAdder> others = new ConcurrentHashMap<>();
    private final long begun = System.nanoTime();
    private volatile long ended;

    public void success(long sentNanos) {
        latencies.recordValue(Math.min((System.nanoTime() - sentNanos) / 1_000, LATENCY_MAX_MICROS));
        successes.increment();
    }

    /** @param what became of it instead: counted by this name */
    public void other(String what) {
        others.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }

    public void end() {
        ended = System.nanoTime();
    }

    public Duration took() {
        return Duration.ofNanos((ended == 0 ? System.nanoTime() : ended) - begun);
    }

    public long successes() {
        return successes.sum();
    }

    public double perSecond() {
        return successes() / (took().toNanos() / 1e9);
    }

    /** Of the successes. */
    public double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e3;
    }

    public long failures() {
        return others.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How many ended in each other way. */
    public Map<String, Long> others() {
        var counts = new TreeMap<String, Long>();
        others.forEach((what, count) -> counts.put(what, count.sum()));
        return counts;
    }
}
