package io.microwallet.api.bench;

import io.microwallet.eventstore.EventStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Watches how far the indexer is behind, a hundred times a second. */
final class LagWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(10);

    private final EventStore store;
    private final AtomicLong highest = new AtomicLong();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    LagWatch(EventStore store) {
        this.store = store;
        clock.scheduleAtFixedRate(
                () -> highest.accumulateAndGet(now(), Math::max), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    long now() {
        return store.health().indexLag();
    }

    long highest() {
        return highest.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
