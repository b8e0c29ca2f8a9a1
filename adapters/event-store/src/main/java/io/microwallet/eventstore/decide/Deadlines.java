package io.microwallet.eventstore.decide;

import io.microwallet.core.request.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Answers calls whose deadline has passed. One sweep over what is open is cheaper than a timer a call. */
final class Deadlines implements Runnable {
    private final InstantSource clock;
    private final Set<Open> open = ConcurrentHashMap.newKeySet();

    Deadlines(InstantSource clock) {
        this.clock = clock;
    }

    /** One who waits; {@code late} says what to tell at the deadline. Compared by identity. */
    private static final class Open {
        final Instant deadline;
        final CompletableFuture<Outcome> answer;
        final Runnable late;

        Open(Instant deadline, CompletableFuture<Outcome> answer, Runnable late) {
            this.deadline = deadline;
            this.answer = answer;
            this.late = late;
        }
    }

    boolean hasPassed(Instant deadline) {
        return !clock.instant().isBefore(deadline);
    }

    void watch(Instant deadline, CompletableFuture<Outcome> answer, Runnable late) {
        var each = new Open(deadline, answer, late);
        open.add(each);
        answer.whenComplete((_, _) -> open.remove(each));
    }

    @Override
    public void run() {
        var now = clock.instant();
        for (var each : open) {
            if (!now.isBefore(each.deadline)) {
                each.late.run();
            }
        }
    }

    /** There will be no more answers. */
    void allPassed() {
        open.forEach(each -> each.late.run());
    }
}
