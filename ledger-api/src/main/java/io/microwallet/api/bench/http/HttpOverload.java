package io.microwallet.api.bench.http;

import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.measure.Measuring;
import io.microwallet.api.bench.measure.Measuring.Named;
import io.microwallet.api.bench.measure.Recovery;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Stage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Ten times the connections: what still comes out, which statuses the others get, and how soon all is as before. */
public final class HttpOverload implements Scenario {
    private static final int CONNECTIONS = 128;
    private static final int TIMES = 10;
    private static final int FIRST_CALLS_A_SECOND = 3_000;
    private static final int CALLS_MIN = 500;
    /** Most refusals cost less than a purchase. */
    private static final double MORE = 3;

    @Override
    public String name() {
        return "http-overload";
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        try (var market = ServedMarket.open(stage)) {
            var client = market.client();
            var warmUp = (int) Math.max(1, stage.spans().warmUp().toSeconds());
            client.sign(FIRST_CALLS_A_SECOND * warmUp, 1);
            var warm = client.run(warmUp, CONNECTIONS).rate().perSecond();
            var measuring = new Measuring(stage.database().service(), market.store(), true, stage.progress());
            var peak = measure(stage, measuring, client, "peak", CONNECTIONS, warm);
            var over = measure(stage, measuring, client, TIMES + " times", TIMES * CONNECTIONS, MORE * warm);
            var recovery = Recovery.to(peak.rate().perSecond(), () -> step(client, warm));
            over.details()
                    .put("goodputOverPeak", Recovery.hundredths(over.rate().perSecond() / peak.rate().perSecond()))
                    .put("recoverySeconds", recovery);
            return List.of(peak, over);
        }
    }

    private static double step(SeparateClient client, double perSecond) throws Exception {
        client.sign(Math.max(CALLS_MIN, (int) (MORE * perSecond)), 1);
        return client.run(1, CONNECTIONS).rate().perSecond();
    }

    private Figure measure(
            Stage stage, Measuring measuring, SeparateClient client, String variant, int connections, double perSecond)
            throws Exception {
        var time = stage.spans().burst();
        var seconds = (int) Math.max(1, time.toSeconds());
        client.sign(Math.max(CALLS_MIN, (int) (2 * perSecond * seconds)), 1);
        var others = new AtomicReference<Map<String, Long>>(Map.of());
        var figure = measuring.measure(new Named(name(), variant, false, connections, time), () -> {
            var run = client.run(seconds, connections);
            others.set(run.others());
            return run.rate();
        });
        var statuses = figure.details().putObject("statuses");
        statuses.put("201", figure.rate().successes());
        others.get().forEach(statuses::put);
        return figure;
    }
}
