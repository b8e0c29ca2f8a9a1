package io.microwallet.api.bench;

import io.microwallet.api.bench.BenchResult.Checked;
import io.microwallet.api.bench.baseline.Baselines;
import io.microwallet.api.bench.load.Progress;
import io.microwallet.api.bench.measure.Spans;
import io.microwallet.api.bench.scenario.Purchases;
import io.microwallet.api.bench.stage.Scale;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Stage;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.embedded.EmbeddedDatabase;
import io.microwallet.migrations.Migrations;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One run: baselines, each scenario on an empty database with fsck at its end, and the baselines again. */
final class BenchRun {
    private final Path folder;
    private final Scale scale;
    private final Spans spans;
    private final List<Integer> inFlight;
    private final boolean projections;
    private final Progress progress;

    BenchRun(Path folder, Scale scale, Spans spans, List<Integer> inFlight, boolean projections, Progress progress) {
        this.folder = folder;
        this.scale = scale;
        this.spans = spans;
        this.inFlight = inFlight;
        this.projections = projections;
        this.progress = progress;
    }

    /** @throws CommandFailed where another run has the folder */
    BenchResult run(List<Scenario> scenarios) throws Exception {
        Files.createDirectories(folder.getParent());
        var lock = folder.resolveSibling(folder.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                throw new CommandFailed("Another bench runs in " + folder + '.', "Wait for its end.");
            }
            return alone(scenarios);
        }
    }

    private BenchResult alone(List<Scenario> scenarios) throws Exception {
        delete(folder);
        progress.say("Starting PostgreSQL in %s", folder);
        try (var database = EmbeddedDatabase.start(folder.resolve("postgres"))) {
            var owner = database.owner();
            Migrations.run(
                    owner.url(),
                    owner.user(),
                    owner.password(),
                    database.service().user());
            var events = Purchases.sample(stage(database, "sample"));
            var before = Baselines.measure(owner, events, spans.burst(), progress);
            var checked = new ArrayList<Checked>();
            for (var scenario : scenarios) {
                checked.addAll(measured(scenario, database));
            }
            var after = Baselines.measure(owner, events, spans.burst(), progress);
            return new BenchResult(Machine.json(database.service()), before.mean(after), checked);
        }
    }

    private List<Checked> measured(Scenario scenario, EmbeddedDatabase database) throws Exception {
        progress.say("%s", scenario.name());
        var stage = stage(database, scenario.name());
        var figures = scenario.measure(stage);
        var sound = Soundness.check(database.service(), projections, progress);
        delete(stage.folder());
        return figures.stream().map(figure -> new Checked(figure, sound)).toList();
    }

    /** What another scenario left is gone: each begins with an empty log. */
    private Stage stage(EmbeddedDatabase database, String name) throws SQLException, IOException {
        EmptiedDatabase.empty(database.owner());
        var own = Files.createDirectories(folder.resolve(name));
        return new Stage(database, own, scale, spans, inFlight, projections, progress);
    }

    private static void delete(Path folder) throws IOException {
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
