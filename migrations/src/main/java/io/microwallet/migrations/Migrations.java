package io.microwallet.migrations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the newest schema, as its owner, and grants the service's user what it needs and no more. */
public final class Migrations {
    /** The version that the service asks for: the highest number in {@code db/migration}. */
    public static final int NEWEST_VERSION = 8;

    /** Flyway's checksum of that script: where the history ends with it, a start need not wait for Flyway. */
    static final int NEWEST_CHECKSUM = 1_003_924_898;

    private static final String HAS_HISTORY = "SELECT to_regclass('public.flyway_schema_history') IS NOT NULL";

    private static final String IS_NEWEST = """
            SELECT bool_and(success) AND count(*) FILTER (WHERE version = ? AND checksum = ?) = 1
                   AND max(version::int) = ?
              FROM flyway_schema_history
            """;

    private static final int OLDEST_POSTGRES = 15;

    private Migrations() {}

    /**
     * Safe to run again at any time; what is done already is left alone, and the grants are made anew.
     *
     * @param serviceUser the role that the service logs in as; it must exist
     * @throws MigrationFailedException with a message for a person
     */
    public static void run(String url, String ownerUser, String ownerPassword, String serviceUser) {
        try (var connection = DriverManager.getConnection(url, ownerUser, ownerPassword)) {
            requireNewEnough(connection);
            if (!isNewest(connection)) {
                flyway(url, ownerUser, ownerPassword).migrate();
            }
            grant(connection, serviceUser);
        } catch (FlywayException | SQLException e) {
            throw new MigrationFailedException("The database is not migrated: " + e.getMessage(), e);
        }
    }

    /** Whether the history ends with this very script, and nothing in it failed. */
    private static boolean isNewest(Connection connection) throws SQLException {
        try (var history = connection.prepareStatement(HAS_HISTORY);
                var row = history.executeQuery()) {
            if (!row.next() || !row.getBoolean(1)) {
                return false;
            }
        }
        try (var statement = connection.prepareStatement(IS_NEWEST)) {
            statement.setString(1, Integer.toString(NEWEST_VERSION));
            statement.setInt(2, NEWEST_CHECKSUM);
            statement.setInt(3, NEWEST_VERSION);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static Flyway flyway(String url, String user, String password) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .placeholderReplacement(false)
                .load();
    }

    /** Before 15 everybody may create tables in the schema public, and a service could do DDL. */
    private static void requireNewEnough(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_POSTGRES) {
            throw new MigrationFailedException(
                    "PostgreSQL " + version + " is too old: MicroWallet needs " + OLDEST_POSTGRES + " or newer.");
        }
    }

    /** The name goes in as a bound value and is quoted by PostgreSQL itself: it may hold anything. */
    private static void grant(Connection connection, String serviceUser) throws SQLException {
        connection.setAutoCommit(false);
        try (var setting = connection.prepareStatement("SELECT set_config('microwallet.service_user', ?, true)");
                var grants = connection.createStatement()) {
            setting.setString(1, serviceUser);
            setting.execute();
            grants.execute(script("/db/grants/grants.sql"));
            connection.commit();
        }
    }

    private static String script(String name) {
        try (var in = Objects.requireNonNull(Migrations.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrationFailedException("cannot read " + name, e);
        }
    }
}
