package io.microwallet.api.server;

import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.embedded.DatabaseLogin;
import java.util.Map;
import java.util.Optional;

/** The database of one's own, as the environment names it; passwords never stand on a command line. */
public final class DatabaseEnvironment {
    private static final String SERVICE = "MICROWALLET_DB_";
    private static final String OWNER = "MICROWALLET_MIGRATE_";

    private DatabaseEnvironment() {}

    /** The role that the service runs as: {@code MICROWALLET_DB_URL}, {@code _USER}, {@code _PASSWORD}; empty for the embedded one. */
    public static Optional<DatabaseLogin> service(Map<String, String> environment) {
        return login(environment, SERVICE);
    }

    /** The role that owns the schema: {@code MICROWALLET_MIGRATE_URL}, {@code _USER}, {@code _PASSWORD}. */
    public static Optional<DatabaseLogin> owner(Map<String, String> environment) {
        return login(environment, OWNER);
    }

    private static Optional<DatabaseLogin> login(Map<String, String> environment, String prefix) {
        var url = environment.getOrDefault(prefix + "URL", "");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CommandFailed(
                    prefix + "URL is not a JDBC URL of PostgreSQL.",
                    "It looks like jdbc:postgresql://HOST:5432/DATABASE, with " + prefix + "USER and " + prefix
                            + "PASSWORD beside it.");
        }
        return Optional.of(new DatabaseLogin(
                url, required(environment, prefix + "USER"), environment.getOrDefault(prefix + "PASSWORD", "")));
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new CommandFailed(name + " is not set.", "It names the role to log in as.");
        }
        return value;
    }
}
