package io.microwallet.api.bench;

import io.microwallet.embedded.DatabaseLogin;
import java.sql.SQLException;

/** Empties every table that the migrations made; for the bench's own database only. */
final class EmptiedDatabase {
    private static final String TABLES = """
            SELECT 'TRUNCATE ' || string_agg(format('%I', tablename), ', ')
            FROM pg_tables
            WHERE schemaname = current_schema AND tablename <> 'flyway_schema_history'
            """;

    private EmptiedDatabase() {}

    static void empty(DatabaseLogin owner) throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            String truncate;
            try (var row = statement.executeQuery(TABLES)) {
                row.next();
                truncate = row.getString(1);
            }
            statement.execute(truncate);
        }
    }
}
