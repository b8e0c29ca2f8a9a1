package io.microwallet.eventstore.projection;

import io.microwallet.eventstore.write.Writing;
import java.time.Duration;

/**
 * How far a projection is. While the writer has work, a projection waits until a batch is worth its while: few large ones cost much
 * less than many small ones. It does not let those wait for that who wait for it.
 */
final class ProjectionProgress {
    /** Few enough that they are still in memory. */
    static final int WORTHWHILE_EVENTS = 10_000;

    private static final Duration REST_MAX = Duration.ofMillis(200);
    private static final long LOOK_MILLIS = 5;

    private final Writing writing;
    private long position = -1;
    private int waiting;
    private long movedAt = System.nanoTime();

    ProjectionProgress(Writing writing) {
        this.writing = writing;
    }

    synchronized void reached(long newest) {
        position = Math.max(position, newest);
        movedAt = System.nanoTime();
        notifyAll();
    }

    /** Between two batches, on the thread that works on them. */
    synchronized void rest() {
        var until = System.nanoTime() + REST_MAX.toNanos();
        try {
            while (mayRest() && System.nanoTime() < until) {
                wait(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean mayRest() {
        return waiting == 0 && writing.isBusy() && writing.durable() - position < WORTHWHILE_EVENTS;
    }

    synchronized long position() {
        return position;
    }

    synchronized boolean await(long wanted, Duration max) throws InterruptedException {
        var until = System.nanoTime() + max.toNanos();
        waiting++;
        notifyAll();
        try {
            for (var left = max.toMillis();
                    position < wanted && left > 0;
                    left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
            return position >= wanted;
        } finally {
            waiting--;
        }
    }

    /** Whether it is behind and has not moved for so long; asked again, it is given as long once more. */
    synchronized boolean hasStalled(Duration time) {
        if (position >= writing.durable() || System.nanoTime() - movedAt < time.toNanos()) {
            return false;
        }
        movedAt = System.nanoTime();
        return true;
    }
}
