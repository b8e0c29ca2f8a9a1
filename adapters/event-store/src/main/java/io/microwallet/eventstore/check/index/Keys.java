package io.microwallet.eventstore.check.index;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Looks keys up in {@code request}. */
final class Keys {
    private static final String POSITION =
            "SELECT position FROM request WHERE partition = ? AND client = ? AND key = ?";

    private Keys() {}

    static Optional<Long> position(Connection snapshot, int partition, UUID client, UUID key) throws SQLException {
        try (var statement = snapshot.prepareStatement(POSITION)) {
            statement.setInt(1, partition);
            statement.setObject(2, client);
            statement.setObject(3, key);
            try (var result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getLong(1)) : Optional.empty();
            }
        }
    }
}
