package io.microwallet.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A real PostgreSQL 18, durable and on loopback only, that belongs to one directory and one process. */
public final class EmbeddedDatabase implements AutoCloseable {
    static final String NAME = "microwallet";
    private static final int PORT_TRIES = 5;

    private final EmbeddedDirectory directory;
    private final PostgresCluster cluster;
    private final Credentials credentials;
    private final long downAt;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(
            EmbeddedDirectory directory, PostgresCluster cluster, Credentials credentials, long downAt) {
        this.directory = directory;
        this.cluster = cluster;
        this.credentials = credentials;
        this.downAt = downAt;
    }

    /**
     * Starts what is in the directory, or makes it there; a server that a killed process left running is stopped first.
     *
     * @throws EmbeddedDatabaseException with a message for a person: another process has the directory, it holds something else, …
     */
    public static EmbeddedDatabase start(Path dir) {
        return start(dir, Set.of());
    }

    /** The same, with settings that {@code ALTER SYSTEM} can change: for tests of what an unsafe one does. */
    static EmbeddedDatabase start(Path dir, Set<String> alterable) {
        try {
            var directory = EmbeddedDirectory.open(dir);
            try {
                return start(directory, alterable);
            } catch (IOException | SQLException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new EmbeddedDatabaseException(
                    "The embedded database in " + dir + " does not start: " + e.getMessage(), e);
        }
    }

    /**
     * What the service logs in with where another process has the directory's database running.
     *
     * @throws EmbeddedDatabaseException if none was ever made there
     */
    public static DatabaseLogin runningIn(Path dir) {
        var credentials = Credentials.read(
                EmbeddedDirectory.credentials(dir.toAbsolutePath().normalize()));
        return new DatabaseLogin(url(credentials.port(), NAME), DatabaseRoles.SERVICE, credentials.service());
    }

    /** The role that owns the schema: for migrations only. */
    public DatabaseLogin owner() {
        return owner(NAME);
    }

    /** The role that the service runs as. */
    public DatabaseLogin service() {
        return service(NAME);
    }

    /** The superuser: for tests that kill backends or tamper, never for the service. */
    public DatabaseLogin administrator() {
        return administrator(NAME);
    }

    /** A moment at which its server was not running, by {@link System#nanoTime}: whatever was heard from it was heard before. */
    public long downAt() {
        return downAt;
    }

    public String ownerUrl() {
        return owner().url();
    }

    public String serviceUrl() {
        return service().url();
    }

    /** Stops the server and waits for it; open connections are cut. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (directory) {
            cluster.stop();
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("The embedded database does not stop: " + e.getMessage(), e);
        }
    }

    DatabaseLogin owner(String database) {
        return new DatabaseLogin(url(database), DatabaseRoles.OWNER, credentials.owner());
    }

    DatabaseLogin service(String database) {
        return new DatabaseLogin(url(database), DatabaseRoles.SERVICE, credentials.service());
    }

    DatabaseLogin administrator(String database) {
        return new DatabaseLogin(url(database), PostgresCluster.ADMINISTRATOR, credentials.administrator());
    }

    private String url(String database) {
        return url(credentials.port(), database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static EmbeddedDatabase start(EmbeddedDirectory directory, Set<String> alterable)
            throws IOException, SQLException {
        var cluster = new PostgresCluster(PostgresSoftware.unpacked(directory.software()), directory);
        if (cluster.exists()) {
            cluster.stopLeftover();
        } else {
            var fresh = Credentials.generate(freePort());
            fresh.write(directory.credentials());
            cluster.create(fresh.administrator());
        }
        var database = started(directory, cluster, alterable);
        try (var connection = database.administrator("postgres").connect()) {
            DatabaseRoles.setUp(connection, database.credentials);
            return database;
        } catch (SQLException | RuntimeException e) {
            cluster.stop();
            throw e;
        }
    }

    /** The port stays the same from start to start, unless somebody else took it in between. */
    private static EmbeddedDatabase started(EmbeddedDirectory directory, PostgresCluster cluster, Set<String> alterable)
            throws IOException {
        var credentials = Credentials.read(directory.credentials());
        for (var tried = 1; ; tried++) {
            if (!isFree(credentials.port())) {
                credentials = credentials.withPort(freePort());
                credentials.write(directory.credentials());
            }
            try {
                var downAt = System.nanoTime();
                cluster.start(credentials.port(), alterable);
                return new EmbeddedDatabase(directory, cluster, credentials, downAt);
            } catch (EmbeddedDatabaseException e) {
                // Somebody may have taken the port after we looked; any other reason stays and is told.
                if (tried == PORT_TRIES || isFree(credentials.port())) {
                    throw e;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
