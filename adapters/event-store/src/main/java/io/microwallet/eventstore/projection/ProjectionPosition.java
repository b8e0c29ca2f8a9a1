package io.microwallet.eventstore.projection;

import java.sql.Connection;
import java.sql.SQLException;

/** How far a projection is, as its token in the database says: for whoever has no running projection to ask. */
public final class ProjectionPosition {
    private static final String TOKEN = """
            SELECT (convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint
            FROM token_entry WHERE processor_name = ? AND segment = 0 AND token IS NOT NULL""";

    private ProjectionPosition() {}

    /** The last position that its tables hold; -1 where it has not begun. */
    public static long of(Connection connection, String projection) throws SQLException {
        try (var statement = connection.prepareStatement(TOKEN)) {
            statement.setString(1, projection);
            try (var result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : -1;
            }
        }
    }
}
