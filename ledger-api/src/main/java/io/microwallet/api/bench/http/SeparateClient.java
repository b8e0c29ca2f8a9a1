package io.microwallet.api.bench.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.microwallet.api.bench.client.ClientProcess;
import io.microwallet.api.bench.measure.Rate;
import io.microwallet.api.cli.output.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The process that the signed calls come from, as this one sees it. */
final class SeparateClient implements AutoCloseable {
    private static final int END_SECONDS_MAX = 10;

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    private SeparateClient(Process process) {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, UTF_8);
        this.answers = process.inputReader(UTF_8);
    }

    /** How calls went. @param others how many did not succeed, by their status */
    record Run(Rate rate, Map<String, Long> others) {}

    static SeparateClient start(URI service, Path keyPair, Path wallets, String merchant) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-XX:+UseSerialGC",
                "-Xmx2g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ClientProcess.class.getName(),
                service.toString(),
                keyPair.toString(),
                wallets.toString(),
                merchant);
        return new SeparateClient(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Before the clock starts. @param groupOf purchases in each call */
    void sign(int calls, int groupOf) throws IOException {
        ask("sign " + calls + ' ' + groupOf);
    }

    /** Sends what is signed, until the time is over or all is sent. */
    Run run(Duration time, int connections) throws IOException {
        var answer = Json.parse(
                        ask("run " + time.toMillis() + ' ' + connections).getBytes(UTF_8))
                .orElseThrow(() -> new IOException("the client of the bench gave no answer"));
        var others = new TreeMap<String, Long>();
        answer.path("others").forEachEntry((status, count) -> others.put(status, count.asLong()));
        return new Run(rate(answer), others);
    }

    private static Rate rate(JsonNode answer) {
        var seconds = answer.path("seconds").asDouble();
        var successes = answer.path("successes").asLong();
        return new Rate(
                seconds,
                successes,
                answer.path("failures").asLong(),
                successes / seconds,
                answer.path("p50").asDouble(),
                answer.path("p99").asDouble(),
                answer.path("p999").asDouble(),
                answer.path("max").asDouble());
    }

    private String ask(String order) throws IOException {
        orders.println(order);
        var answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the client of the bench has ended");
        }
        return answer;
    }

    @Override
    public void close() throws InterruptedException {
        orders.close();
        if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
