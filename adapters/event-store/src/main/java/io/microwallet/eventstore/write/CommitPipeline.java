package io.microwallet.eventstore.write;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What was decided and is not durable yet: at most one row in flight and one that grows behind it. The deciding thread puts
 * groups in, the committer takes rows out.
 */
public final class CommitPipeline implements Writing {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final BooleanSupplier behind;
    private final Runnable forget;

    private OpenRow open = new OpenRow();
    private OpenRow spare = new OpenRow();
    private @Nullable OpenRow inFlight;
    private @Nullable String stopped;
    private long epoch;
    private volatile long decided;
    private volatile long durable;

    /**
     * @param durable the last position of the log
     * @param behind whether the indexer is so far behind that deciding must wait
     * @param forget evicts every cached state, when what they stand on is thrown away
     */
    public CommitPipeline(long durable, BooleanSupplier behind, Runnable forget) {
        this.decided = durable;
        this.durable = durable;
        this.behind = behind;
        this.forget = forget;
    }

    /** Where a group begins; stale as soon as something is thrown away. */
    public record Start(long epoch, long position) {}

    public Start start() {
        lock.lock();
        try {
            return new Start(epoch, decided + 1);
        } finally {
            lock.unlock();
        }
    }

    /** The last position that was decided, durable or not. */
    public long decided() {
        return decided;
    }

    /** The last position that is durable, and in memory for whoever reads on from there. */
    @Override
    public long durable() {
        return durable;
    }

    @Override
    public boolean isBusy() {
        return decided > durable;
    }

    /** Whether events of so many bytes in all fit into a row of their own. */
    public static boolean fitsOneRow(int events, int bytes) {
        return OpenRow.holds(events, bytes);
    }

    /**
     * Queues a group, all of it in one row. Waits for room.
     *
     * @param ownRow nothing else may stand in that row
     * @param publish runs once the events have their place, before anything can throw them away
     * @return completes when they are durable
     * @throws RolledBackException if what the group stands on was thrown away
     */
    public CompletableFuture<Void> enqueue(Start start, List<StagedEvent> events, boolean ownRow, Runnable publish) {
        var bytes = events.stream().mapToInt(e -> e.length() + 1).sum();
        lock.lock();
        try {
            while (stopped == null && (!hasRoom(bytes, ownRow) || behind.getAsBoolean())) {
                room.awaitUninterruptibly();
            }
            check(start.epoch());
            events.forEach(open::add);
            if (ownRow) {
                open.close();
            }
            decided = open.last();
            publish.run();
            var future = new CompletableFuture<Void>();
            open.await(future);
            work.signal();
            return future;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(int bytes, boolean ownRow) {
        return ownRow ? open.isEmpty() : open.hasRoomFor(bytes);
    }

    /** Completes when a decided position is durable; fails if it was thrown away since {@code epoch}. */
    public CompletableFuture<Void> whenDurable(Start since, long position) {
        if (position <= durable) {
            return CompletableFuture.completedFuture(null);
        }
        lock.lock();
        try {
            check(since.epoch());
            if (position <= durable) {
                return CompletableFuture.completedFuture(null);
            }
            var future = new CompletableFuture<Void>();
            (inFlight != null && position <= inFlight.last() ? inFlight : open).await(future);
            return future;
        } catch (RolledBackException | WriterStoppedException e) {
            return CompletableFuture.failedFuture(e);
        } finally {
            lock.unlock();
        }
    }

    /** Whether something was thrown away since. */
    public boolean isStale(Start since) {
        lock.lock();
        try {
            return epoch != since.epoch();
        } finally {
            lock.unlock();
        }
    }

    private void check(long since) {
        if (stopped != null) {
            throw new WriterStoppedException(stopped);
        }
        if (since != epoch) {
            throw new RolledBackException("what it stood on was thrown away");
        }
    }

    /** The next row to commit; null if there is none within the time. */
    @Nullable
    OpenRow take(long millis) {
        lock.lock();
        try {
            var left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (open.isEmpty() && stopped == null && left > 0) {
                left = work.awaitNanos(left);
            }
            if (open.isEmpty() || stopped != null) {
                return null;
            }
            inFlight = open;
            open = spare;
            room.signalAll();
            return inFlight;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** The row in flight is durable. @return who waited for it */
    List<CompletableFuture<Void>> committed() {
        lock.lock();
        try {
            var row = java.util.Objects.requireNonNull(inFlight);
            durable = row.last();
            var waiting = row.waiting();
            row.clear();
            spare = row;
            inFlight = null;
            room.signalAll();
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** Throws away the row in flight and all that stands on it. @return who waited for it */
    List<CompletableFuture<Void>> rollBack() {
        lock.lock();
        try {
            var waiting = dropped();
            epoch++;
            decided = durable;
            forget.run();
            room.signalAll();
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more, for good. What is in flight is the committer's to end. */
    void stop(String why) {
        lock.lock();
        try {
            if (stopped == null) {
                stopped = why;
            }
            work.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The row in flight stays in doubt for ever: whoever waits for it is never told that nothing was written. */
    void leaveInDoubt() {
        lock.lock();
        try {
            inFlight = null;
        } finally {
            lock.unlock();
        }
    }

    private List<CompletableFuture<Void>> dropped() {
        var waiting = new ArrayList<CompletableFuture<Void>>();
        if (inFlight != null) {
            waiting.addAll(inFlight.waiting());
            inFlight.clear();
            spare = inFlight;
            inFlight = null;
        }
        waiting.addAll(open.waiting());
        open.clear();
        return waiting;
    }

    /** Why it stopped; null while it runs. */
    public @Nullable String stopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /** The indexer has caught up a little. */
    public void roomMade() {
        lock.lock();
        try {
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is in flight, at most so long. */
    public boolean drain(long millis) {
        lock.lock();
        try {
            var left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (stopped == null && (inFlight != null || !open.isEmpty()) && left > 0) {
                left = room.awaitNanos(left);
            }
            return inFlight == null && open.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
