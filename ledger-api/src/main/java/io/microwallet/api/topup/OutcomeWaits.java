package io.microwallet.api.topup;

import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Event;
import io.microwallet.core.request.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Calls that wait for what a processor says of something: woken by the log, never polling. */
public final class OutcomeWaits<I> implements AutoCloseable {
    private final ConcurrentHashMap<I, Waiting> waiting = new ConcurrentHashMap<>();
    private final Function<Event, Optional<I>> outcome;
    private final Books.Subscription subscription;

    /** The calls that wait for one thing; the last that leaves takes it off the map. */
    private record Waiting(Semaphore told, int calls) {}

    /** @param outcome what an event is an outcome of, if it is one */
    public OutcomeWaits(Books books, Function<Event, Optional<I>> outcome) {
        this.outcome = outcome;
        this.subscription = books.follow(this::wake);
    }

    /** Returns once nothing is pending any more, or when the time is over. */
    public void await(I id, BooleanSupplier isPending, Duration atMost) {
        // First wait, then look: what becomes durable in between wakes us.
        var told = enter(id);
        try {
            var until = System.nanoTime() + atMost.toNanos();
            var left = atMost.toNanos();
            while (left > 0 && isPending.getAsBoolean()) {
                var unused = told.tryAcquire(left, TimeUnit.NANOSECONDS);
                left = until - System.nanoTime();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            leave(id);
        }
    }

    private Semaphore enter(I id) {
        return waiting.merge(
                        id, new Waiting(new Semaphore(0), 1), (there, _) -> new Waiting(there.told, there.calls + 1))
                .told;
    }

    private void leave(I id) {
        waiting.computeIfPresent(id, (_, there) -> there.calls == 1 ? null : new Waiting(there.told, there.calls - 1));
    }

    private void wake(List<RecordedEvent> events) {
        if (!waiting.isEmpty()) {
            events.forEach(recorded -> outcome.apply(recorded.event()).ifPresent(this::wake));
        }
    }

    private void wake(I id) {
        var there = waiting.get(id);
        if (there != null) {
            there.told.release(there.calls);
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
