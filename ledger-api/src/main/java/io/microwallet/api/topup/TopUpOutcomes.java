package io.microwallet.api.topup;

import io.microwallet.core.books.Books;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.topup.TopUpId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Lets reads wait until a processor has said what became of a top-up: woken by the log, never polling. */
@Component
final class TopUpOutcomes implements AutoCloseable {
    private final Books books;
    private final ConcurrentHashMap<TopUpId, Waiting> waiting = new ConcurrentHashMap<>();
    private final Books.Subscription subscription;

    /** The calls that wait for one top-up; the last that leaves takes it off the map. */
    private record Waiting(CountDownLatch decided, int calls) {}

    TopUpOutcomes(Books books) {
        this.books = books;
        this.subscription = books.follow(this::wake);
    }

    /** Returns once the outcome is durable, or when the time is over. */
    void await(TopUpId id, Duration atMost) {
        // First wait, then look: what becomes durable in between wakes us.
        var decided = enter(id);
        try {
            if (books.read(id) instanceof TopUp.Requested) {
                var unused = decided.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            leave(id);
        }
    }

    private CountDownLatch enter(TopUpId id) {
        return waiting.merge(
                        id,
                        new Waiting(new CountDownLatch(1), 1),
                        (there, _) -> new Waiting(there.decided, there.calls + 1))
                .decided;
    }

    private void leave(TopUpId id) {
        waiting.computeIfPresent(
                id, (_, there) -> there.calls == 1 ? null : new Waiting(there.decided, there.calls - 1));
    }

    private void wake(List<RecordedEvent> events) {
        for (var recorded : events) {
            if (recorded.event() instanceof TopUpEvent event && isOutcome(event)) {
                wake(event.topUp());
            }
        }
    }

    private static boolean isOutcome(TopUpEvent event) {
        return switch (event) {
            case TopUpSucceeded _, TopUpFailed _, TopUpUnclaimed _ -> true;
            case TopUpRequested _ -> false;
        };
    }

    private void wake(TopUpId id) {
        var there = waiting.get(id);
        if (there != null) {
            there.decided.countDown();
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
