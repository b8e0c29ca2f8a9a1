package io.microwallet.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The two roles of the ledger: one owns the schema, the other serves and may change nothing in the log. */
final class DatabaseRoles {
    static final String OWNER = "microwallet_owner";
    static final String SERVICE = "microwallet_service";
    private static final Map<String, String> MUST_BE_ON =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "data_checksums", "on");

    private DatabaseRoles() {}

    /** Safe to run again: a first start that was cut off anywhere is completed by the next. */
    static void setUp(Connection administrator, Credentials credentials) throws SQLException {
        requireDurable(administrator);
        role(administrator, OWNER, credentials.owner());
        role(administrator, SERVICE, credentials.service());
        if (!exists(administrator, "SELECT 1 FROM pg_database WHERE datname = ?", EmbeddedDatabase.NAME)) {
            createDatabase(administrator, EmbeddedDatabase.NAME, "");
        }
    }

    static void createDatabase(Connection administrator, String name, String options) throws SQLException {
        execute(administrator, "CREATE DATABASE " + name + " OWNER " + OWNER + " " + options);
        execute(administrator, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        execute(administrator, "GRANT CONNECT ON DATABASE " + name + " TO " + SERVICE);
    }

    private static void role(Connection administrator, String name, String password) throws SQLException {
        var verb = exists(administrator, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
        // Passwords are our own 48 hex digits: nothing in them needs a quote.
        execute(
                administrator,
                verb + " ROLE " + name + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '" + password + "'");
    }

    private static void requireDurable(Connection administrator) throws SQLException {
        for (var setting : MUST_BE_ON.entrySet()) {
            try (var statement = administrator.prepareStatement("SELECT current_setting(?)")) {
                statement.setString(1, setting.getKey());
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (!setting.getValue().equals(row.getString(1))) {
                        throw new EmbeddedDatabaseException(
                                "The embedded database runs with " + setting.getKey() + " = " + row.getString(1) + ".");
                    }
                }
            }
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
