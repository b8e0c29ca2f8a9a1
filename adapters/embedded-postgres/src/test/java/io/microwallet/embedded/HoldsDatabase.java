package io.microwallet.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A process that starts the database, says so and waits: the one that gets killed. */
final class HoldsDatabase {
    private HoldsDatabase() {}

    public static void main(String[] args) throws IOException {
        try (var database = EmbeddedDatabase.start(Path.of(args[0]))) {
            System.out.println(database.ownerUrl());
            System.in.read();
        }
    }
}
