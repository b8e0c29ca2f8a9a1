package io.microwallet.api.cli.call;

import io.microwallet.api.cli.service.IdempotencyKeys;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every write. */
public final class WriteOptions {
    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "For a retry: the key of the first try (default: a fresh one, told if the call fails).")
    private @Nullable String key;

    @Option(names = "--dry-run", description = "Say what would happen, and record nothing.")
    private boolean dryRun;

    /** The caller's, or a fresh one each time. */
    public String key() {
        return key == null ? IdempotencyKeys.fresh(InstantSource.system(), new SecureRandom()) : key;
    }

    /** The same call, recorded or tried. */
    public String target(String path) {
        return dryRun ? path + "?dry-run=true" : path;
    }
}
