package io.microwallet.eventstore.write;

import io.microwallet.eventstore.log.LogTable;
import io.microwallet.eventstore.log.SealedRow;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** The one connection that writes the log, and holds the advisory lock of its partition as long as it lives. */
final class WriterSession implements AutoCloseable {
    /** The first half of the lock's name, "MWLT"; the second is the partition. */
    static final int LOCK_CLASS = 0x4D574C54;

    private static final String LOCK = "SELECT pg_try_advisory_lock(?, ?)";
    private static final String PID = "SELECT pg_backend_pid()";
    private static final String HOLDS = """
            SELECT EXISTS (SELECT FROM pg_locks
                           WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted
                             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                             AND classid::bigint = ? AND objid::bigint = ? AND objsubid = 2)""";
    /** Ends a backend only where it still holds our lock: its pid may belong to a stranger by now. */
    private static final String END = """
            SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE locktype = 'advisory' AND pid = ? AND granted AND classid::bigint = ? AND objid::bigint = ? AND objsubid = 2""";

    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection connection;
    private final int partition;
    private final int pid;

    private WriterSession(Connection connection, int partition) throws SQLException {
        this.connection = connection;
        this.partition = partition;
        try (var statement = connection.prepareStatement(PID);
                var result = statement.executeQuery()) {
            result.next();
            pid = result.getInt(1);
        }
    }

    static WriterSession on(Connection connection, int partition) throws SQLException {
        return new WriterSession(connection, partition);
    }

    int pid() {
        return pid;
    }

    Connection connection() {
        return connection;
    }

    /** Whether the lock is this session's now. */
    boolean lock() throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, partition);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** Whether the server still counts the lock as this session's: a pooler in between may have swapped it. */
    boolean holdsLock() throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.prepareStatement(HOLDS)) {
            statement.setLong(1, LOCK_CLASS);
            statement.setLong(2, partition);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** Ends an earlier backend of our own that still holds the lock. */
    void end(int earlierPid) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.prepareStatement(END)) {
            statement.setInt(1, earlierPid);
            statement.setLong(2, LOCK_CLASS);
            statement.setLong(3, partition);
            statement.execute();
        }
    }

    /** Whether it went in: false where the head moved or the place is taken. */
    boolean append(SealedRow row, CommitSteps steps) throws SQLException {
        connection.setAutoCommit(false);
        steps.beforeInsert(connection);
        if (!inserted(row)) {
            connection.rollback();
            return false;
        }
        steps.beforeCommit(connection);
        connection.commit();
        steps.beforeAnswer(connection);
        return true;
    }

    private boolean inserted(SealedRow row) throws SQLException {
        try {
            return LogTable.append(connection, row);
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Whether PostgreSQL itself refused, with an ERROR, on a connection that still stands: then nothing was committed. Any
     * other failure is doubt.
     */
    boolean wasRefused(SQLException e) {
        // Its severity is told in the server's language: that the connection stands tells an ERROR from a FATAL.
        if (!(e instanceof PSQLException refused) || refused.getServerErrorMessage() == null) {
            return false;
        }
        try {
            connection.rollback();
            return holdsLock();
        } catch (SQLException lost) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone already, which is all that was wanted.
        }
    }
}
