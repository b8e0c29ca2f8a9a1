package io.microwallet.embedded;

import java.sql.SQLException;

/** For tests: one database, the logins of its roles, and the means to hurt it. */
public final class TestDatabase {
    private final EmbeddedDatabase server;
    private final String name;

    TestDatabase(EmbeddedDatabase server, String name) {
        this.server = server;
        this.name = name;
    }

    String name() {
        return name;
    }

    public DatabaseLogin owner() {
        return server.owner(name);
    }

    public DatabaseLogin service() {
        return server.service(name);
    }

    /** The superuser, for tampering. */
    public DatabaseLogin administrator() {
        return server.administrator(name);
    }

    /** Ends every connection of the service to this database, as a crashed backend would; returns how many there were. */
    public int terminateServiceBackends() {
        var sql = """
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                 WHERE datname = ? AND usename = ? AND pid <> pg_backend_pid()
                """;
        try (var connection = administrator().connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setString(2, DatabaseRoles.SERVICE);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new EmbeddedDatabaseException("backends not ended: " + e.getMessage(), e);
        }
    }

    /** Ends one backend by its pid ({@code SELECT pg_backend_pid()}); true if there was one. */
    public boolean terminateBackend(int pid) {
        try (var connection = administrator().connect();
                var statement = connection.prepareStatement("SELECT pg_terminate_backend(?)")) {
            statement.setInt(1, pid);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new EmbeddedDatabaseException("backend not ended: " + e.getMessage(), e);
        }
    }
}
