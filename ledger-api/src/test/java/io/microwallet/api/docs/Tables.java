package io.microwallet.api.docs;

import io.microwallet.embedded.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands in every table of a database: how many rows, and a digest over all of them. */
final class Tables {
    private static final String ALL = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename";
    private static final String CONTENT =
            "SELECT count(*) || ' rows, ' || md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) FROM %s t";
    /** Written anew by projections that only say that they are alive. */
    private static final String BEATS = "token_entry";

    private Tables() {}

    static Map<String, String> of(TestDatabase database) {
        try (var connection = database.owner().connect()) {
            var contents = new TreeMap<String, String>();
            for (var table : all(connection)) {
                contents.put(table, content(connection, table));
            }
            return contents;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> all(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(ALL);
                var rows = statement.executeQuery()) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                if (!rows.getString(1).equals(BEATS)) {
                    tables.add(rows.getString(1));
                }
            }
            return tables;
        }
    }

    private static String content(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement(CONTENT.formatted(table));
                var row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
