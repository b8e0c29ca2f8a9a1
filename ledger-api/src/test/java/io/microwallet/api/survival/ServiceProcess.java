package io.microwallet.api.survival;

import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import io.microwallet.api.server.RunningServer;
import io.microwallet.api.server.Serve;
import io.microwallet.api.server.ServeSettings;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.migrations.Migrations;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A service in a JVM of its own, on a PostgreSQL that survives it; started again and again with the same data. */
final class ServiceProcess implements AutoCloseable {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final Path FOLDER = Path.of("target", "survival");

    private static @Nullable QuickStart quickStart;

    private final TestDatabase database = SharedDatabase.fresh(Migrations::run);
    private final Path data;
    private final Path log;
    private final List<Start> starts = new ArrayList<>();
    private volatile URI url = NOWHERE;
    private Process process;

    /** How long it took until calls were taken, by the clock and by the processors. */
    record Start(Duration clock, Duration processors) {}

    private ServiceProcess(Path data, String... arguments) throws IOException {
        this.data = data;
        this.log = data.resolveSibling(data.getFileName() + ".log");
        this.process = started(arguments);
    }

    /** @param arguments where to halt, if anywhere */
    static ServiceProcess start(String... arguments) throws IOException {
        var parent = Files.createDirectories(FOLDER);
        return new ServiceProcess(Files.createTempDirectory(parent, "data").toAbsolutePath(), arguments);
    }

    /** The same again, after it died. */
    void startAgain(String... arguments) throws IOException {
        process = started(arguments);
    }

    private Process started(String... arguments) throws IOException {
        var began = System.nanoTime();
        var builder = new ProcessBuilder(command(arguments));
        builder.environment().putAll(environment(database));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var fresh = builder.start();
        url = ready(fresh);
        starts.add(new Start(
                Duration.ofNanos(System.nanoTime() - began),
                fresh.info().totalCpuDuration().orElse(Duration.ZERO)));
        return fresh;
    }

    private List<String> command(String... arguments) throws IOException {
        var program = new ArrayList<>(List.of(MortalService.class.getName(), data.toString()));
        program.addAll(List.of(arguments));
        return quickStart().command(program.toArray(String[]::new));
    }

    private static synchronized QuickStart quickStart() throws IOException {
        if (quickStart == null) {
            var parent = Files.createDirectories(FOLDER).toAbsolutePath();
            try {
                quickStart = QuickStart.rehearsed(
                        parent,
                        environment(SharedDatabase.fresh(Migrations::run)),
                        MortalService.class.getName(),
                        Files.createTempDirectory(parent, "rehearsal").toString(),
                        MortalService.REHEARSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        return quickStart;
    }

    private static Map<String, String> environment(TestDatabase database) {
        var login = database.service();
        return Map.of(
                "MICROWALLET_DB_URL", login.url(),
                "MICROWALLET_DB_USER", login.user(),
                "MICROWALLET_DB_PASSWORD", login.password());
    }

    private URI ready(Process fresh) throws IOException {
        // Its input stays open as long as this process lives; its output is read no further than the first line that
        // counts.
        var lines = fresh.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(MortalService.READY)) {
                return URI.create(line.substring(MortalService.READY.length()));
            }
        }
        throw new AssertionError("the service did not start:\n" + Files.readString(log));
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        url = NOWHERE;
        process.destroyForcibly();
        awaitDeath();
    }

    /** Returns its exit code once it is gone. */
    int awaitDeath() throws InterruptedException {
        var code = process.waitFor();
        url = NOWHERE;
        return code;
    }

    /** Ends it, lets somebody work with a service on the same data in this JVM, and starts it again. */
    <T> T meanwhile(Function<RunningServer, T> work) throws IOException, InterruptedException {
        kill();
        var settings = ServeSettings.of(data).withDatabase(database.service()).withPorts(0, 0);
        T done;
        try (var server = Serve.run(settings, InstantSource.system(), usual -> usual.withHandover(Duration.ZERO))) {
            done = work.apply(server);
        }
        startAgain();
        return done;
    }

    URI url() {
        return url;
    }

    List<Start> starts() {
        return starts;
    }

    TestDatabase database() {
        return database;
    }

    TestLedger sandbox() throws IOException {
        var operator = new TestClient(this::url, ClientKeyPair.read(data.resolve("keys/operator.jwk")), "");
        return TestLedger.create(this::url, operator, "sandbox");
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
