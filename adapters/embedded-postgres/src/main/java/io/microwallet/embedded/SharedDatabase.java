package io.microwallet.embedded;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** For tests: one PostgreSQL a JVM under {@code target/}, and in it a fresh, migrated database for whoever asks. */
public final class SharedDatabase {
    private static final int JVMS_AT_ONCE_MAX = 16;
    private static final String PREFIX = "test_";
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<Class<?>, String> TEMPLATES = new ConcurrentHashMap<>();
    private static final List<Runnable> USERS = new CopyOnWriteArrayList<>();

    private SharedDatabase() {}

    /** Brings an empty database to the newest schema: {@code Migrations::run}. */
    @FunctionalInterface
    public interface Migration {
        void run(String url, String ownerUser, String ownerPassword, String serviceUser);
    }

    /**
     * A database of its own, kept until the next JVM starts here, so that a failed test's rows can be looked at. Each place in the code
     * that asks migrates once and gets copies from then on: it must always ask for the same schema.
     */
    public static TestDatabase fresh(Migration migration) {
        var template = TEMPLATES.computeIfAbsent(migration.getClass(), _ -> migrated(migration));
        return created("TEMPLATE " + template);
    }

    /** The same without any schema. */
    public static TestDatabase empty() {
        return created("");
    }

    /**
     * A server of the caller's own, to be closed by it, whose named settings {@code ALTER SYSTEM} can change: no database of another
     * test hears of that.
     */
    public static EmbeddedDatabase alterable(Path directory, Set<String> settings) {
        return EmbeddedDatabase.start(directory, settings);
    }

    private static String migrated(Migration migration) {
        var database = empty();
        var owner = database.owner();
        migration.run(
                owner.url(), owner.user(), owner.password(), database.service().user());
        return database.name();
    }

    /** Stops whoever uses it for as long as the JVM lives, before it stops itself. */
    public static void stopsAfter(Runnable stopOfItsUser) {
        USERS.add(stopOfItsUser);
    }

    private static TestDatabase created(String options) {
        var name = PREFIX + COUNTER.incrementAndGet();
        try (var connection = Server.RUNNING.administrator("postgres").connect()) {
            DatabaseRoles.createDatabase(connection, name, options);
            return new TestDatabase(Server.RUNNING, name);
        } catch (SQLException e) {
            throw new EmbeddedDatabaseException("no database for a test: " + e.getMessage(), e);
        }
    }

    /** Started when the first test asks, stopped with the JVM. */
    private static final class Server {
        static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            var server = startUnlocked();
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                USERS.forEach(Runnable::run);
                                server.close();
                            },
                            "stop the tests' PostgreSQL"));
            dropOldDatabases(server);
            return server;
        }

        /** JVMs that run at once take a directory each; the next ones find them made already. */
        private static EmbeddedDatabase startUnlocked() {
            for (var number = 1; ; number++) {
                try {
                    return EmbeddedDatabase.start(Path.of("target", "postgres-" + number));
                } catch (DirectoryInUseException e) {
                    if (number == JVMS_AT_ONCE_MAX) {
                        throw e;
                    }
                }
            }
        }

        private static void dropOldDatabases(EmbeddedDatabase server) {
            try (var connection = server.administrator("postgres").connect();
                    var statement = connection.createStatement();
                    var old = connection
                            .prepareStatement(
                                    "SELECT datname FROM pg_database WHERE starts_with(datname, '" + PREFIX + "')")
                            .executeQuery()) {
                while (old.next()) {
                    statement.execute("DROP DATABASE " + old.getString(1) + " WITH (FORCE)");
                }
            } catch (SQLException e) {
                throw new EmbeddedDatabaseException("the databases of earlier tests stay: " + e.getMessage(), e);
            }
        }
    }
}
