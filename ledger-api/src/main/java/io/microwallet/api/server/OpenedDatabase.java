package io.microwallet.api.server;

import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.embedded.EmbeddedDatabase;
import io.microwallet.eventstore.StoreGuard;
import io.microwallet.migrations.Migrations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** The database of one running service, and what has to be stopped with it. */
record OpenedDatabase(DatabaseLogin service, Optional<EmbeddedDatabase> embedded) implements AutoCloseable {

    /** A database of one's own is migrated by its owner beforehand; the embedded one is brought up to date here. */
    static OpenedDatabase open(ServeSettings settings) {
        return settings.database()
                .map(OpenedDatabase::external)
                .orElseGet(() -> embedded(settings.data().resolve(DataDirectory.POSTGRES)));
    }

    /** Looked at before anything is written to it or made for it, the vault's secrets too. */
    private static OpenedDatabase external(DatabaseLogin login) {
        try (var connection = login.connect()) {
            StoreGuard.check(connection, Optional.of(Integer.toString(Migrations.NEWEST_VERSION)));
            return new OpenedDatabase(login, Optional.empty());
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be served from: " + e.getMessage());
        }
    }

    private static OpenedDatabase embedded(Path directory) {
        var database = EmbeddedDatabase.start(directory);
        try {
            var owner = database.owner();
            Migrations.run(
                    owner.url(),
                    owner.user(),
                    owner.password(),
                    database.service().user());
            return new OpenedDatabase(database.service(), Optional.of(database));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
