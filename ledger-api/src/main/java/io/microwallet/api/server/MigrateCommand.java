package io.microwallet.api.server;

import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.migrations.Migrations;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code migrate}: brings a database of one's own to the newest schema, as its owner, and ends. */
@Command(
        name = "migrate",
        description = {
            "Bring the database of MICROWALLET_MIGRATE_URL (with _USER and _PASSWORD) to the newest schema as its owner,",
            "and grant what the service needs to the role MICROWALLET_DB_USER. Safe to run again.",
            "The embedded database is migrated by serve itself."
        })
public final class MigrateCommand implements Callable<Integer> {
    private static final String SERVICE_USER = "MICROWALLET_DB_USER";

    @Override
    public Integer call() {
        return migrate(System.getenv());
    }

    private static int migrate(Map<String, String> environment) {
        var owner = DatabaseEnvironment.owner(environment)
                .orElseThrow(
                        () -> new CommandFailed(
                                "MICROWALLET_MIGRATE_URL is not set: there is nothing to migrate.",
                                "Set it with MICROWALLET_MIGRATE_USER and MICROWALLET_MIGRATE_PASSWORD. The embedded database needs no migrate."));
        var service = environment.getOrDefault(SERVICE_USER, "");
        if (service.isEmpty()) {
            throw new CommandFailed(
                    SERVICE_USER + " is not set.", "It names the role that the service logs in as; it must exist.");
        }
        Migrations.run(owner.url(), owner.user(), owner.password(), service);
        System.out.println(
                "The schema is at version " + Migrations.NEWEST_VERSION + "; " + service + " may read and write it.");
        return 0;
    }
}
