package io.microwallet.api.export.table;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The table that people read. */
public final class AccountTable {
    private static final Path FILE = Path.of("..", "ledger-core", "ACCOUNTS.md");

    private AccountTable() {}

    /** The names of its rows. */
    public static Set<String> names() throws IOException {
        try (var lines = Files.lines(FILE)) {
            return lines.filter(line -> line.startsWith("| "))
                    .skip(1)
                    .map(line -> line.split("\\|")[1].strip())
                    .collect(toSet());
        }
    }
}
