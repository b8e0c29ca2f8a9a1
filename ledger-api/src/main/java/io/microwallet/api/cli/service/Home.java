package io.microwallet.api.cli.service;

import java.nio.file.Path;

/** Where the launcher keeps what belongs to the service: {@code .microwallet} beside it, or in the current folder without it. */
public final class Home {
    private static final String VARIABLE = "MICROWALLET_HOME";

    private Home() {}

    /** What {@code serve} uses. */
    public static Path data() {
        return folder().resolve("data");
    }

    /** What {@code demo} uses. */
    public static Path demo() {
        return folder().resolve("demo");
    }

    /** What {@code bench} uses, and empties first. */
    public static Path bench() {
        return folder().resolve("bench");
    }

    private static Path folder() {
        return Path.of(System.getenv().getOrDefault(VARIABLE, "")).resolve(".microwallet");
    }
}
