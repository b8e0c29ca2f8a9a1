package io.microwallet.eventstore.decide;

import io.microwallet.eventstore.write.CommitPipeline.Start;
import java.util.concurrent.TimeUnit;

/**
 * Calls that are decided in the order in which they were sent, whichever of them has to be loaded again. What was decided of a
 * line stands on what was decided before: once that is thrown away, the rest of the line is not decided either.
 */
final class Line {
    private static final long WAIT_MILLIS_MAX = TimeUnit.SECONDS.toMillis(10);
    private static final long NONE = -1;

    private int places;
    private int turn;
    private long epoch = NONE;

    /** For one thread, which queues the calls in the order of their places. */
    synchronized int takePlace() {
        return places++;
    }

    synchronized boolean isTurnOf(Call call) {
        return call.place() == turn;
    }

    /** Whether what was decided of it before this group is no longer what the group stands on. */
    synchronized boolean isBroken(Start group) {
        return epoch != NONE && epoch != group.epoch();
    }

    /** The call whose turn it was is decided. */
    synchronized void next(Start group) {
        turn++;
        epoch = epoch == NONE ? group.epoch() : epoch;
        notifyAll();
    }

    /** The call at a place is to be decided once more, and those behind it after it. */
    synchronized void backTo(int place) {
        turn = Math.min(turn, place);
    }

    /** Waits until it is this call's turn, or for as long as any call may wait: then its deadline has called it off. */
    synchronized void awaitTurn(Call call) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS_MAX);
        while (call.place() > turn) {
            var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
