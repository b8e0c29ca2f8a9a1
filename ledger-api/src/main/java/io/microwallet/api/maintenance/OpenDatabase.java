package io.microwallet.api.maintenance;

import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.server.DatabaseEnvironment;
import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.embedded.DirectoryInUseException;
import io.microwallet.embedded.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** The database of a deployment, opened without the service: the embedded one is started if it does not run. */
record OpenDatabase(DatabaseLogin login, Optional<EmbeddedDatabase> started) implements AutoCloseable {
    private static final String POSTGRES = "postgres";
    private static final String LOG = "SELECT to_regclass('log') IS NOT NULL";

    /** As the service's role; beside the service too. */
    static OpenDatabase ofService(Path data, Map<String, String> environment) {
        var external = DatabaseEnvironment.service(environment);
        if (external.isPresent()) {
            return new OpenDatabase(external.get(), Optional.empty());
        }
        var directory = existing(data);
        try {
            var database = EmbeddedDatabase.start(directory);
            return new OpenDatabase(database.service(), Optional.of(database));
        } catch (DirectoryInUseException _) {
            return new OpenDatabase(EmbeddedDatabase.runningIn(directory), Optional.empty());
        }
    }

    /** As the owner of the tables; never beside the service. */
    static OpenDatabase ofOwner(Path data, Map<String, String> environment) {
        var external = DatabaseEnvironment.owner(environment);
        if (external.isPresent()) {
            return new OpenDatabase(external.get(), Optional.empty());
        }
        if (DatabaseEnvironment.service(environment).isPresent()) {
            throw new CommandFailed(
                    "MICROWALLET_MIGRATE_URL is not set: only the owner of the tables builds indexes anew.",
                    "Set it with MICROWALLET_MIGRATE_USER and MICROWALLET_MIGRATE_PASSWORD.");
        }
        try {
            var database = EmbeddedDatabase.start(existing(data));
            return new OpenDatabase(database.owner(), Optional.of(database));
        } catch (DirectoryInUseException _) {
            throw running();
        }
    }

    static CommandFailed running() {
        return new CommandFailed(
                "The service is running: its indexes cannot be built anew under it.", "Stop it first, then try again.");
    }

    private static Path existing(Path data) {
        var directory = data.resolve(POSTGRES);
        if (!Files.isDirectory(directory)) {
            throw new CommandFailed(
                    "There is no database in " + data + '.',
                    "Name the service's folder with --data, or its database with MICROWALLET_DB_URL.");
        }
        return directory;
    }

    /** A connection to a database that has a log. */
    Connection connect() throws SQLException {
        var connection = login.connect();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(LOG)) {
            if (result.next() && result.getBoolean(1)) {
                return connection;
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        throw new CommandFailed("There is no log in this database yet.", "Run ./microwallet migrate, or serve.");
    }

    @Override
    public void close() {
        started.ifPresent(EmbeddedDatabase::close);
    }
}
