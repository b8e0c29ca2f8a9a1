package io.microwallet.eventstore.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Makes sessions that hold the partition's lock. */
public final class WriterSessions {
    private static final long RETRY_NANOS = 50_000_000;
    private static final Duration REPLACE_MAX = Duration.ofSeconds(5);

    private final int partition;
    private final Connections connections;
    private final Lease lease = new Lease();

    /** Opens a connection for the writer alone. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }

    public WriterSessions(int partition, Connections connections) {
        this.partition = partition;
        this.connections = connections;
    }

    public Lease lease() {
        return lease;
    }

    /** @throws WriterStoppedException if another node holds the lock all the time */
    WriterSession open(Duration patience) throws SQLException {
        var session = WriterSession.on(connections.open(), partition);
        if (!locked(session, patience)) {
            session.close();
            throw new WriterStoppedException("another node holds partition " + partition);
        }
        return session;
    }

    /** A session in place of one that was lost, whose backend may still live. */
    WriterSession replace(int earlierPid) throws SQLException {
        var session = WriterSession.on(connections.open(), partition);
        try {
            if (!session.lock()) {
                session.end(earlierPid);
                if (!locked(session, REPLACE_MAX)) {
                    throw new SQLException("the lock is not free yet");
                }
            }
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    private static boolean locked(WriterSession session, Duration patience) throws SQLException {
        var until = System.nanoTime() + patience.toNanos();
        while (!session.lock()) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
        return true;
    }
}
