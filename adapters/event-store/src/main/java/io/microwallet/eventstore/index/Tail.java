package io.microwallet.eventstore.index;

import io.microwallet.eventstore.log.Head;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The newest durable rows in memory: every one that is not indexed yet, and a few that are, for readers right behind. */
public final class Tail {
    /** Larger tails cost long collector pauses. */
    static final int KEPT_EVENTS = 20_000;

    private final Deque<DurableRow> rows = new ArrayDeque<>();
    private Head head;
    private final int unindexedMax;
    private long indexed;
    private int events;

    /** Begins empty behind a log that is indexed to its end. With more than {@code unindexedMax} events to index, writers wait. */
    public Tail(Head head, int unindexedMax) {
        this.unindexedMax = unindexedMax;
        this.head = head;
        this.indexed = head.last();
    }

    public synchronized void append(DurableRow row) {
        rows.addLast(row);
        head = row.head();
        events += row.head().events();
        evict();
        notifyAll();
    }

    public synchronized Head head() {
        return head;
    }

    public synchronized boolean isFarBehind() {
        return head.last() - indexed > unindexedMax;
    }

    public synchronized long lag() {
        return head.last() - indexed;
    }

    /** The rows behind a position, oldest first; empty where memory no longer reaches back that far. */
    public synchronized Optional<List<DurableRow>> after(long position) {
        var reachesBackTo = rows.isEmpty() ? head.next() : rows.getFirst().first();
        if (reachesBackTo > position + 1) {
            return Optional.empty();
        }
        var found = new ArrayList<DurableRow>();
        for (var newestFirst = rows.descendingIterator(); newestFirst.hasNext(); ) {
            var row = newestFirst.next();
            if (row.last() <= position) {
                break;
            }
            found.add(row);
        }
        return Optional.of(found.reversed());
    }

    /** Waits for a batch: so many events, or whatever is there when the time is over. Empty if nothing is. */
    synchronized List<DurableRow> awaitUnindexed(int batch, long millis) throws InterruptedException {
        var until = System.nanoTime() + millis * 1_000_000;
        for (var left = millis;
                left > 0 && head.last() - indexed < batch;
                left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        var found = new ArrayList<DurableRow>();
        var count = 0;
        for (var row : rows) {
            if (row.last() > indexed && count < batch) {
                found.add(row);
                count += row.head().events();
            }
        }
        return found;
    }

    synchronized void indexed(long position) {
        indexed = position;
        evict();
    }

    private void evict() {
        while (!rows.isEmpty()
                && rows.getFirst().last() <= indexed
                && events - rows.getFirst().head().events() >= KEPT_EVENTS) {
            events -= rows.removeFirst().head().events();
        }
    }
}
