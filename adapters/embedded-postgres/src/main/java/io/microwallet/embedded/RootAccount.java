package io.microwallet.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.util.List;

/** PostgreSQL refuses to run as root: for root its programs run in a user namespace, where root is nobody but keeps its files. */
final class RootAccount {
    private static final List<String> UNSHARE = List.of("unshare", "-U");

    private RootAccount() {}

    /** What stands before a command of PostgreSQL: nothing for an ordinary user. */
    static List<String> wrapper() {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        if (!canUnshare()) {
            throw new EmbeddedDatabaseException(
                    "PostgreSQL does not run as root, and this machine allows no user namespace"
                            + " (unshare -U): start MicroWallet as an ordinary user, or name a PostgreSQL with MICROWALLET_DB_URL.");
        }
        return UNSHARE;
    }

    private static boolean canUnshare() {
        try {
            return new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
