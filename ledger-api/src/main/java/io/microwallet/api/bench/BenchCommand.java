package io.microwallet.api.bench;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import io.microwallet.api.cli.service.Home;
import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.embedded.EmbeddedDatabase;
import io.microwallet.eventstore.check.Fsck;
import io.microwallet.eventstore.check.FsckSettings;
import io.microwallet.migrations.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: durable purchases a second on a fresh embedded database, beside single-row commits of the same run. */
@Command(
        name = "bench",
        description = {
            "Measure durable purchases a second, in process and with the full rules, on a fresh embedded PostgreSQL",
            "(.microwallet/bench, emptied first), beside single-row insert commits with 32 connections in the same run."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Measured, every command succeeded and fsck found nothing.",
            "1:Not so.",
            "2:Not called as it should be."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final List<Integer> IN_FLIGHT = List.of(64, 1_000);
    private static final int PARTITION = 0;
    private static final int BASELINE_WARM_UP_SECONDS = 2;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long each figure is measured (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(names = "--warm-up", paramLabel = "N", description = "Seconds before that (default: ${DEFAULT-VALUE}).")
    private int warmUp = 5;

    @Option(
            names = "--wallets",
            paramLabel = "N",
            description = "For the scenario purchase (default: ${DEFAULT-VALUE}).")
    private int wallets = 10_000;

    @Option(names = "--json", description = "Print one JSON object as the last line; progress goes to standard error.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var folder = Home.bench().toAbsolutePath().normalize();
        empty(folder);
        say("Starting PostgreSQL in %s", folder);
        try (var database = EmbeddedDatabase.start(folder.resolve("postgres"))) {
            var owner = database.owner();
            Migrations.run(
                    owner.url(),
                    owner.user(),
                    owner.password(),
                    database.service().user());
            return measure(database, folder);
        }
    }

    private int measure(EmbeddedDatabase database, Path folder) throws Exception {
        var service = database.service();
        var bench = new Bench(service, folder, wallets, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        var measurements = new ArrayList<Measurement>();
        for (var scenario : Scenario.values()) {
            for (var inFlight : IN_FLIGHT) {
                say("%s, %,d in flight: %d s to warm up, %d s measured", scenario.label(), inFlight, warmUp, seconds);
                measurements.add(bench.measure(scenario, inFlight));
                say("  %,.0f a second", measurements.getLast().outcomes().perSecond());
            }
        }
        var singleCommits = singleCommits(database, measurements.getFirst());
        var sound = isSound(service);
        print(measurements, singleCommits, sound, service);
        return sound
                        && measurements.stream()
                                .allMatch(measurement -> measurement.outcomes().failures() == 0)
                ? 0
                : 1;
    }

    private double singleCommits(EmbeddedDatabase database, Measurement first) throws Exception {
        var bytes = (int) Math.round(first.eventBytes());
        say("Baseline: single-row insert commits of %d bytes with 32 connections", bytes);
        var perSecond = new SingleCommits(database.owner(), bytes)
                .run(Duration.ofSeconds(BASELINE_WARM_UP_SECONDS), Duration.ofSeconds(seconds));
        say("  %,.0f a second", perSecond);
        return perSecond;
    }

    private boolean isSound(DatabaseLogin service) throws SQLException, IOException {
        say("fsck");
        try (var connection = service.connect()) {
            var report = Fsck.run(connection, FsckSettings.of(PARTITION), Fsck.Progress.NONE);
            report.first().ifPresent(finding -> say("  %s", finding));
            return report.isSound();
        }
    }

    private void print(List<Measurement> measurements, double singleCommits, boolean sound, DatabaseLogin service)
            throws Exception {
        if (!json) {
            System.out.print(table(measurements, singleCommits));
            System.out.println(sound ? "fsck: sound" : "fsck: NOT SOUND");
            return;
        }
        var result = Json.object();
        result.set("machine", Machine.json(service));
        result.put("seconds", seconds).put("wallets", wallets);
        result.putObject("baselines").put("singleCommits", Math.round(singleCommits));
        var scenarios = result.putArray("scenarios");
        measurements.forEach(measurement -> scenarios.add(measurement.json(singleCommits, sound)));
        System.out.println(Json.compact(result));
    }

    private static Table table(List<Measurement> measurements, double singleCommits) {
        var table = new Table(
                Column.left("SCENARIO"),
                Column.right("IN FLIGHT"),
                Column.right("A SECOND"),
                Column.right("x SINGLE COMMITS"),
                Column.right("P50 MS"),
                Column.right("P99 MS"),
                Column.right("BYTES"),
                Column.right("INDEX LAG MAX"));
        measurements.forEach(m -> table.row(
                m.scenario().label(),
                number("%,d", m.inFlight()),
                number("%,.0f", m.outcomes().perSecond()),
                number("%.2f", m.outcomes().perSecond() / singleCommits),
                number("%.1f", m.outcomes().millis(50)),
                number("%.1f", m.outcomes().millis(99)),
                number("%.0f", m.eventBytes()),
                number("%,d", m.lagMax())));
        return table.row("single commits", "32", number("%,.0f", singleCommits), "1.00", "", "", "", "");
    }

    private static String number(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }

    private void say(String line, Object... values) {
        System.err.println(String.format(Locale.ROOT, line, values));
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
