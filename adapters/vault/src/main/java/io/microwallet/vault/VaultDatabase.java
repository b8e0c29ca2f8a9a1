package io.microwallet.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** One partition of the vault's tables, and transactions over them. */
final class VaultDatabase {
    private final DataSource connections;
    private final short partition;

    /** Work on one connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    VaultDatabase(DataSource connections, int partition) {
        this.connections = connections;
        this.partition = (short) partition;
    }

    short partition() {
        return partition;
    }

    /** For one statement, which is a transaction of its own. */
    <T> T run(Work<T> work) {
        try (var connection = connections.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new VaultUnavailableException(e);
        }
    }

    /** All of the work or nothing of it. */
    <T> T inTransaction(Work<T> work) {
        return run(connection -> {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
