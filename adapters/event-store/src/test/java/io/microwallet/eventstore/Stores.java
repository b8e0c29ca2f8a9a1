package io.microwallet.eventstore;

import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.migrations.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Stores on fresh databases. */
public final class Stores {
    private Stores() {}

    public static TestDatabase database() {
        return SharedDatabase.fresh(Migrations::run);
    }

    /** With no pause at an opening: whoever tests the handover sets it. */
    public static EventStoreSettings settings(TestDatabase database) {
        return settings(database.service());
    }

    static EventStoreSettings settings(DatabaseLogin login) {
        return EventStoreSettings.of(login.url(), login.user(), login.password(), directory())
                .withSchema(Integer.toString(Migrations.NEWEST_VERSION))
                .withHandover(Duration.ZERO);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "stores")), "data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
