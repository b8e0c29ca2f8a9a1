package io.microwallet.api.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What the service keeps outside of its database, readable by its owner alone. */
final class DataDirectory {
    static final String KEYS = "keys";
    static final String POSTGRES = "postgres";

    private DataDirectory() {}

    /** Makes what is not there yet. */
    static Path ready(Path directory) {
        var data = directory.toAbsolutePath().normalize();
        try {
            if (!Files.exists(data)) {
                // Exports will be in it, with the members' references.
                ownersAlone(Files.createDirectories(data));
            }
            ownersAlone(Files.createDirectories(data.resolve(KEYS)));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + data + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void ownersAlone(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
}
