package io.microwallet.api.bench.http;

import io.microwallet.api.bench.market.Till;
import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.measure.Rate;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Shop;
import io.microwallet.api.bench.stage.Stage;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.maintenance.FsckCommand;
import io.microwallet.core.client.Scope;
import io.microwallet.embedded.EmbeddedDatabase;
import io.microwallet.eventstore.write.CommitSteps;
import io.microwallet.migrations.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * From the command to the first signed answer, on a data folder with an embedded database that was stopped: with everything
 * indexed, and with a tail that the index lacks.
 */
public final class Starts implements Scenario {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        var data = stage.folder().resolve("data");
        var finance = Till.with(Scope.FINANCE);
        write(stage, data, finance, stage.scale().exported(), false);
        var indexed = new long[stage.scale().times()];
        for (var i = 0; i < indexed.length; i++) {
            indexed[i] = ServiceProcess.nanosToFirstAnswer(data, finance.pair());
        }
        var tailed = new long[1];
        write(stage, data, Till.with(Scope.FINANCE), stage.scale().tail(), true);
        tailed[0] = ServiceProcess.nanosToFirstAnswer(data, finance.pair());
        if (!FsckCommand.check(data).isSound()) {
            throw new CommandFailed("fsck found something where a service was started.", "");
        }
        return List.of(
                figure(stage, "all indexed", indexed),
                figure(stage, "a tail of " + stage.scale().tail(), tailed));
    }

    private Figure figure(Stage stage, String variant, long... nanos) {
        var rate = Rate.ofEach(nanos);
        stage.progress().say("  start, %s: %.2f s", variant, rate.p50() / 1e3);
        return new Figure(name(), variant, 1, false, rate, 0, Json.object());
    }

    /** A market of its own and so many purchases. @param unindexed whether the index is to lack them */
    private static void write(Stage stage, Path data, Till finance, int purchases, boolean unindexed)
            throws InterruptedException {
        try (var database = EmbeddedDatabase.start(data.resolve("postgres"))) {
            var owner = database.owner();
            Migrations.run(
                    owner.url(),
                    owner.user(),
                    owner.password(),
                    database.service().user());
            var broken = new AtomicBoolean();
            try (var shop = Shop.open(
                    stage.over(database, data).withoutProjections(),
                    usual -> usual.withSteps(new BrokenIndexer(broken)))) {
                var market = shop.market(stage.scale().wallets());
                shop.send(Stream.of(finance.introduced(market)));
                broken.set(unindexed);
                shop.sendWarm(Stream.generate(market::purchase).limit(purchases));
            }
        }
    }

    /** What a machine that loses its power leaves: rows in the log that were never indexed. */
    private record BrokenIndexer(AtomicBoolean broken) implements CommitSteps {
        @Override
        public void beforeIndexCommit(Connection connection) throws SQLException {
            if (broken.get()) {
                throw new SQLException("this tail is to stay as it is");
            }
        }
    }
}
