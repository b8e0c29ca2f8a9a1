package io.microwallet.eventstore.write;

import io.microwallet.core.books.BooksUnavailableException;
import java.time.Duration;

/** Whether this node is sure that it is the one writer: its lock was heard from within the last second. */
public final class Lease {
    /** Heard from longer ago than this, it counts as lost; so long must whoever takes the lock keep silent. */
    public static final Duration SILENCE_MAX = Duration.ofSeconds(1);

    private static final long SILENCE_MAX_NANOS = SILENCE_MAX.toNanos();

    private volatile boolean held;
    private volatile long heardAt;

    /** {@code sentAt}: when the question went out that was answered now, by {@link System#nanoTime}. */
    void heard(long sentAt) {
        heardAt = sentAt;
        held = true;
    }

    void lost() {
        held = false;
    }

    public boolean isHeld() {
        return held && System.nanoTime() - heardAt < SILENCE_MAX_NANOS;
    }

    /** @throws BooksUnavailableException while the lock is lost, or silent for a second */
    public void check() {
        if (!isHeld()) {
            throw new BooksUnavailableException("the writer's lock is lost or silent");
        }
    }
}
