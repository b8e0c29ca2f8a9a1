package io.microwallet.eventstore.write;

import java.sql.Connection;
import java.sql.SQLException;

/** The lock that a partition's writer holds, for whoever must be sure that there is none. */
public final class PartitionLock {
    private static final String LOCK = "SELECT pg_try_advisory_lock(?, ?)";

    private PartitionLock() {}

    /** Whether it is this session's now; it ends with the session. */
    public static boolean take(Connection connection, int partition) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.setInt(1, WriterSession.LOCK_CLASS);
            statement.setInt(2, partition);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
