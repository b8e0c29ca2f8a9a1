package io.microwallet.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Refuses a database that would not keep its promises, or a role that could break ours. */
public final class StoreGuard {
    private static final String SETTING = "SELECT current_setting(?)";

    /** Of every role that this one may become, with SET ROLE too. */
    private static final String ROLE = """
            SELECT bool_or(r.rolsuper) AS super,
                   bool_or(r.oid = c.relowner) AS owner,
                   bool_or(has_any_column_privilege(r.oid, c.oid, 'UPDATE')) AS updates,
                   bool_or(has_table_privilege(r.oid, c.oid, 'DELETE')) AS deletes,
                   bool_or(has_table_privilege(r.oid, c.oid, 'TRUNCATE')) AS truncates,
                   bool_or(has_schema_privilege(r.oid, c.relnamespace, 'CREATE')) AS creates
            FROM pg_class c, pg_roles r
            WHERE c.oid = to_regclass('log') AND pg_has_role(current_user, r.oid, 'MEMBER')
            GROUP BY c.oid""";

    private static final String SCHEMA = """
            SELECT version FROM flyway_schema_history
            WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1""";

    private StoreGuard() {}

    static void check(Sessions sessions, Optional<String> schema) throws SQLException {
        try (var connection = sessions.open()) {
            check(connection, schema);
        }
    }

    /** @throws EventStoreUnavailableException where money would not be safe, saying why */
    public static void check(Connection connection, Optional<String> schema) throws SQLException {
        for (var setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            checkSetting(connection, setting);
        }
        // First: where there is no log at all, there is no version of its schema either.
        checkRole(connection);
        if (schema.isPresent()) {
            checkSchema(connection, schema.get());
        }
    }

    private static void checkSetting(Connection connection, String setting) throws SQLException {
        try (var statement = connection.prepareStatement(SETTING)) {
            statement.setString(1, setting);
            try (var result = statement.executeQuery()) {
                result.next();
                if ("off".equals(result.getString(1))) {
                    throw new EventStoreUnavailableException(
                            "the database has " + setting + " off: a payment could be lost. Turn it on");
                }
            }
        }
    }

    private static void checkRole(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(ROLE);
                var result = statement.executeQuery()) {
            if (!result.next()) {
                throw new EventStoreUnavailableException("there is no log yet: run ./microwallet migrate");
            }
            refuseIf(result.getBoolean("super"), "is a superuser");
            refuseIf(result.getBoolean("owner"), "owns the log, or is a member of its owner");
            refuseIf(result.getBoolean("updates"), "may UPDATE the log");
            refuseIf(result.getBoolean("deletes"), "may DELETE from the log");
            refuseIf(result.getBoolean("truncates"), "may TRUNCATE the log");
            refuseIf(result.getBoolean("creates"), "may CREATE tables beside the log");
        }
    }

    private static void refuseIf(boolean bad, String what) {
        if (bad) {
            throw new EventStoreUnavailableException("the service's role " + what
                    + ": give MICROWALLET_DB_URL an ordinary role, and run ./microwallet migrate as the owner");
        }
    }

    private static void checkSchema(Connection connection, String newest) throws SQLException {
        try (var statement = connection.prepareStatement(SCHEMA);
                var result = statement.executeQuery()) {
            var there = result.next() ? result.getString(1) : "none";
            if (!there.equals(newest)) {
                throw new EventStoreUnavailableException("the schema is at version " + there
                        + " and this software needs " + newest + ": run ./microwallet migrate");
            }
        } catch (SQLException e) {
            throw new EventStoreUnavailableException(
                    "there is no schema that can be read: run ./microwallet migrate", e);
        }
    }
}
