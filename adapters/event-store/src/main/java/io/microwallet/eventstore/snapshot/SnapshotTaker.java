package io.microwallet.eventstore.snapshot;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.drop.Drop;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.eventstore.codec.StateCodec;
import io.microwallet.eventstore.decide.EntityCache;
import io.microwallet.eventstore.decide.Known;
import io.microwallet.eventstore.snapshot.SnapshotTable.Kept;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps states that many events have changed, once they are durable, behind the backs of those who decide. One that it misses
 * costs a longer load, and nothing else.
 */
public final class SnapshotTaker implements EntityCache.Keeper, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotTaker.class);
    private static final int WAITING_MAX = 10_000;
    private static final long PAUSE_MILLIS = 200;
    /** Units of a drop: beyond that, its bytes would cost more than its history. */
    private static final int SIZE_MAX = 100_000;

    private final int partition;
    private final int every;
    private final Connections connections;
    private final LongSupplier durable;
    private final Map<Tag, Waiting> waiting = new LinkedHashMap<>();
    private volatile boolean closing;

    /** Opens a connection of the taker's own. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }

    /** A state that may not be durable yet. */
    private record Offered(Known known, BooleanSupplier stands) {}

    /** Of a thing that changes all the time the newest state is never durable: the first one is, before long. */
    private record Waiting(Offered first, Offered newest) {
        Waiting with(Offered newer) {
            return new Waiting(first.stands().getAsBoolean() ? first : newer, newer);
        }
    }

    /**
     * @param every so many events between two snapshots of one thing, at least
     * @param durable the last durable position
     */
    public SnapshotTaker(int partition, int every, Connections connections, LongSupplier durable) {
        this.partition = partition;
        this.every = every;
        this.connections = connections;
        this.durable = durable;
    }

    @Override
    public boolean wants(Known known) {
        return known.unkept() >= every && known.unkept() >= size(known.state());
    }

    /** What is large is kept less often, so that an event costs the same. */
    private static int size(Entity state) {
        return switch (state) {
            case Wallet.Open _ -> 0;
            case Drop.Announced drop
            when drop.stock().size() <= SIZE_MAX -> drop.stock().size();
            default -> Integer.MAX_VALUE;
        };
    }

    @Override
    public void keep(Tag tag, Known known, BooleanSupplier stands) {
        var offered = new Offered(known, stands);
        synchronized (waiting) {
            if (waiting.size() < WAITING_MAX || waiting.containsKey(tag)) {
                waiting.merge(tag, new Waiting(offered, offered), (earlier, _) -> earlier.with(offered));
            }
        }
    }

    @Override
    public void run() {
        while (!closing) {
            pause();
            take();
        }
        take();
    }

    /** Takes what is left, and ends. */
    public void close() {
        closing = true;
        synchronized (waiting) {
            waiting.notifyAll();
        }
    }

    private void pause() {
        synchronized (waiting) {
            try {
                waiting.wait(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closing = true;
            }
        }
    }

    private void take() {
        var states = durable();
        if (states.isEmpty()) {
            return;
        }
        try (var connection = connections.open()) {
            connection.setAutoCommit(false);
            SnapshotTable.keep(connection, partition, states);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("{} snapshots were not kept: {}", states.size(), e.getMessage());
        }
    }

    private List<Kept> durable() {
        var states = new ArrayList<Kept>();
        taken().forEach((tag, known) -> StateCodec.write(tag.kind(), known.state())
                .ifPresent(bytes -> states.add(new Kept(tag, known.position(), bytes))));
        return states;
    }

    private Map<Tag, Known> taken() {
        var taken = new HashMap<Tag, Known>();
        // First the position, then whether a state stands: what was thrown away may come to that position again.
        var upTo = durable.getAsLong();
        synchronized (waiting) {
            for (var entries = waiting.entrySet().iterator(); entries.hasNext(); ) {
                var entry = entries.next();
                var first = entry.getValue().first();
                var newest = entry.getValue().newest();
                if (!newest.stands().getAsBoolean()) {
                    entries.remove();
                } else if (newest.known().position() <= upTo) {
                    taken.put(entry.getKey(), newest.known());
                    entries.remove();
                } else if (first.stands().getAsBoolean() && first.known().position() <= upTo) {
                    taken.put(entry.getKey(), first.known());
                    entry.setValue(new Waiting(newest, newest));
                }
            }
        }
        return taken;
    }
}
