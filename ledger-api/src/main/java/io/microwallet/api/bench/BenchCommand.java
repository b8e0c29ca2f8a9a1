package io.microwallet.api.bench;

import io.microwallet.api.bench.load.Progress;
import io.microwallet.api.bench.measure.Spans;
import io.microwallet.api.bench.stage.Scale;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.cli.service.Home;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench}: how fast this machine is, beside baselines of the same run. */
@Command(
        name = "bench",
        description = {
            "Measure durable commands a second with the full rules, on a fresh embedded PostgreSQL (.microwallet/bench,",
            "emptied first), beside what PostgreSQL alone does with the same events in the same run. Only successes count,",
            "each under a key and a fingerprint of its own. fsck checks what each scenario leaves."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Measured, every command succeeded and fsck found nothing.",
            "1:Not so.",
            "2:Not called as it should be."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final double SUSTAINED_SECONDS = 30;
    private static final double SHORT_SECONDS = 10;
    private static final double MILLIS = 1e3;

    /** What may be named on the command line. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Scenarios.names().iterator();
        }
    }

    @Parameters(
            paramLabel = "SCENARIO",
            completionCandidates = Names.class,
            description = "Which to run, in this order (default: all): ${COMPLETION-CANDIDATES}.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            defaultValue = "small",
            description =
                    "How much there is of wallets, history and old keys: tiny (a test), small (all in half an hour) or full (default: ${DEFAULT-VALUE}).")
    private Scale scale = Scale.SMALL;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long a sustained figure takes (default: 30 at full scale, 10 otherwise).")
    private @Nullable Double seconds;

    @Option(names = "--burst", paramLabel = "N", description = "How long a burst takes (default: ${DEFAULT-VALUE}).")
    private double burst = 5;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Seconds before the first figure (default: ${DEFAULT-VALUE}).")
    private double warmUp = 5;

    @Option(names = "--no-sustained", negatable = true, description = "Bursts only.")
    private boolean sustained = true;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            split = ",",
            description = "How many commands are kept in flight; several numbers, a figure each (default: 1000).")
    private List<Integer> inFlight = List.of(1_000);

    @Option(
            names = "--no-projections",
            negatable = true,
            description =
                    "Without what the service builds behind the log for lists and searches: the log and its index alone.")
    private boolean projections = true;

    @Option(
            names = "--json",
            description =
                    "Print one JSON object as the last line, as in bench-result.schema.json; progress goes to standard error.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var selected = scenarios.isEmpty()
                ? Scenarios.all()
                : scenarios.stream().map(BenchCommand::named).toList();
        if (inFlight.stream().anyMatch(number -> number < 1) || burst <= 0) {
            throw new CommandFailed("At least one command is in flight, and a burst takes some time.", "");
        }
        var folder = Home.bench().toAbsolutePath().normalize();
        var result = new BenchRun(folder, scale, spans(), inFlight, projections, new Progress()).run(selected);
        if (json) {
            System.out.println(Json.compact(result.json()));
        } else {
            System.out.print(result.table());
        }
        return result.isSound() && result.isClean() ? 0 : 1;
    }

    private Spans spans() {
        var usual = scale == Scale.FULL ? SUSTAINED_SECONDS : SHORT_SECONDS;
        return new Spans(
                duration(warmUp), duration(burst), duration(!sustained ? 0 : seconds == null ? usual : seconds));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }

    private static Scenario named(String name) {
        return Scenarios.all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailed(
                        "There is no scenario " + name + '.',
                        "There are " + String.join(", ", Scenarios.names()) + '.'));
    }
}
