package io.microwallet.eventstore.check;

import java.sql.Connection;
import java.sql.SQLException;

/** How far the indexer is. */
final class IndexPosition {
    private static final String POSITION = "SELECT position FROM indexed WHERE partition = ?";

    private IndexPosition() {}

    /** -1 where nothing is indexed yet. */
    static long in(Connection snapshot, int partition) throws SQLException {
        try (var statement = snapshot.prepareStatement(POSITION)) {
            statement.setInt(1, partition);
            try (var result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : -1;
            }
        }
    }
}
