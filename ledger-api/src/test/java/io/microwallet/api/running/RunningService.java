package io.microwallet.api.running;

import io.microwallet.api.server.RunningServer;
import io.microwallet.api.server.Serve;
import io.microwallet.api.server.ServeSettings;
import io.microwallet.api.server.StoreTuning;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.core.books.Books;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.migrations.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** The whole service as {@code serve} starts it: real HTTP, a fresh database of a real PostgreSQL, keys of its own. */
public final class RunningService implements AutoCloseable {
    private final TestDatabase database;
    private final InstantSource clock;
    private final StoreTuning store;
    private ServeSettings settings;
    private RunningServer server;

    private RunningService(TestDatabase database, ServeSettings settings, InstantSource clock, StoreTuning store) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.store = store;
        this.server = Serve.run(settings, clock, store);
    }

    /** On free ports, with all of the usual settings. */
    public static RunningService start() {
        return start(InstantSource.system());
    }

    /** The same by another clock; calls are signed by the machine's, and must not be further from it than their window. */
    public static RunningService start(InstantSource clock) {
        var database = SharedDatabase.fresh(Migrations::run);
        return new RunningService(database, settings(database), clock, StoreTuning.NONE);
    }

    /** The same with a log that is opened otherwise: other rules, or breaks between the steps of a commit. */
    public static RunningService startTuned(StoreTuning store) {
        var database = SharedDatabase.fresh(Migrations::run);
        return new RunningService(database, settings(database), InstantSource.system(), store);
    }

    /** The same with other settings. */
    public static RunningService startWith(UnaryOperator<ServeSettings> change) {
        var database = SharedDatabase.fresh(Migrations::run);
        var settings = change.apply(settings(database));
        return new RunningService(database, settings, InstantSource.system(), StoreTuning.NONE);
    }

    /** One for all tests of this JVM that neither stop it nor count its events; never close it. */
    public static RunningService shared() {
        return Shared.SERVICE;
    }

    private static final class Shared {
        static final RunningService SERVICE = start();

        static {
            SharedDatabase.stopsAfter(SERVICE::close);
        }
    }

    /** The newest durable position: the same before and after a call that wrote nothing. */
    public long position() {
        return part(Books.class).open().position();
    }

    private static ServeSettings settings(TestDatabase database) {
        try {
            var parent = Files.createDirectories(Path.of("target", "service-data"));
            return ServeSettings.of(Files.createTempDirectory(parent, "data"))
                    .withDatabase(database.service())
                    .withPorts(0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it and starts it again on the same database, the same keys and the same port. */
    public void restart() {
        settings = settings.withPorts(server.url().getPort(), 0);
        server.close();
        server = Serve.run(settings, clock, store);
    }

    public URI url() {
        return server.url();
    }

    public URI managementUrl() {
        return server.managementUrl();
    }

    public RunningServer server() {
        return server;
    }

    public TestDatabase database() {
        return database;
    }

    public Path data() {
        return settings.data();
    }

    /** A part of the running service; another one after a restart. */
    public <T> T part(Class<T> type) {
        return server.part(type);
    }

    /** Whoever may open ledgers. */
    public TestClient operator() {
        try {
            return new TestClient(this::url, ClientKeyPair.read(data().resolve("keys/operator.jwk")), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new sandbox ledger with its admin. */
    public TestLedger sandbox() {
        return TestLedger.create(this::url, operator(), "sandbox");
    }

    public TestLedger live() {
        return TestLedger.create(this::url, operator(), "live");
    }

    @Override
    public void close() {
        server.close();
    }
}
