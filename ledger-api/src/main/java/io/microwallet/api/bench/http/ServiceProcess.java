package io.microwallet.api.bench.http;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.signature.key.ClientKeyPair;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A service started as people start it. */
final class ServiceProcess {
    private static final String HOME = "MICROWALLET_HOME";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final int STOP_SECONDS_MAX = 60;

    private ServiceProcess() {}

    /** From the command to the trial balance; the service is stopped again. */
    static long nanosToFirstAnswer(Path data, ClientKeyPair finance) throws IOException, InterruptedException {
        var file = data.resolve("service.json");
        Files.deleteIfExists(file);
        var builder = new ProcessBuilder(command(data))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        var begun = System.nanoTime();
        var process = builder.start();
        try {
            while (!Files.exists(file)) {
                if (!process.isAlive() || System.nanoTime() - begun > START_MAX.toNanos()) {
                    throw new CommandFailed("The service did not start.", "");
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
            var url = Json.text(Json.parse(Files.readAllBytes(file)).orElseThrow(), "url");
            new ServiceClient(URI.create(url), finance).get("/v1/trial-balance");
            return System.nanoTime() - begun;
        } finally {
            stop(process);
        }
    }

    /** With the launcher where there is one, since it knows how to start quickly. */
    private static List<String> command(Path data) {
        var launcher = Path.of(System.getenv().getOrDefault(HOME, "")).resolve("microwallet");
        var command = new ArrayList<String>();
        if (Files.isExecutable(launcher)) {
            command.add(launcher.toAbsolutePath().toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(
                    "-XX:+UseParallelGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.microwallet.api.MicroWallet"));
        }
        command.addAll(List.of("serve", "--data", data.toString(), "--port", "0", "--management-port", "0"));
        return command;
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
