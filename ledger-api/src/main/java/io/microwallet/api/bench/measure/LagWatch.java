package io.microwallet.api.bench.measure;

import io.microwallet.eventstore.EventStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Watches how far the indexer and the projections are behind, a hundred times a second. */
final class LagWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(10);

    private final EventStore store;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile Lag highest = new Lag(0, 0);

    /** In events. */
    record Lag(long index, long projections) {
        Lag max(Lag other) {
            return new Lag(Math.max(index, other.index), Math.max(projections, other.projections));
        }

        boolean isNone() {
            return index == 0 && projections <= 0;
        }
    }

    LagWatch(EventStore store) {
        this.store = store;
        clock.scheduleAtFixedRate(() -> highest = highest.max(now()), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    Lag now() {
        return now(store);
    }

    private static Lag now(EventStore store) {
        return new Lag(store.health().indexLag(), store.projections().lag());
    }

    Lag highest() {
        return highest;
    }

    /** Waits until all that is durable is indexed and projected. @return seconds, or less than 0 if it takes longer than that */
    static double awaitNone(EventStore store, Duration max) {
        var begun = System.nanoTime();
        while (!now(store).isNone()) {
            if (System.nanoTime() - begun > max.toNanos()) {
                return -1;
            }
            LockSupport.parkNanos(EVERY.toNanos());
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
