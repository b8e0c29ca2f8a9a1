package io.microwallet.api.bench.http;

import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.measure.Measuring;
import io.microwallet.api.bench.measure.Measuring.Named;
import io.microwallet.api.bench.measure.Recovery;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** Ten times the connections: what still comes out, which statuses the others get, and how soon all is as before. */
public final class HttpOverload implements Scenario {
    private static final int CONNECTIONS = 128;
    private static final int TIMES = 10;
    private static final int FIRST_CALLS_A_SECOND = 3_000;
    private static final int CALLS_MIN = 500;
    private static final double MILLIS = 1e3;
    /** How many more calls are signed than the warm-up would need: the machine may get faster, and refusals cost less. */
    private static final double MORE = 3;

    @Override
    public String name() {
        return "http-overload";
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        try (var market = ServedMarket.open(stage)) {
            var client = market.client();
            var warmUp = stage.spans().warmUp();
            sign(client, FIRST_CALLS_A_SECOND, warmUp);
            var warm = client.run(warmUp, CONNECTIONS).rate().perSecond();
            var measuring = new Measuring(stage.database().service(), market.store(), true, stage.progress());
            var peak = measure(stage, measuring, client, "peak", CONNECTIONS, warm);
            var over = measure(stage, measuring, client, TIMES + " times", TIMES * CONNECTIONS, warm);
            var recovery =
                    Recovery.to(peak.rate().perSecond(), stage.spans().burst(), time -> step(client, warm, time));
            over.details()
                    .put(
                            "goodputOverPeak",
                            Recovery.hundredths(
                                    over.rate().perSecond() / peak.rate().perSecond()))
                    .put("recoverySeconds", recovery);
            return List.of(peak, over);
        }
    }

    private static double step(SeparateClient client, double perSecond, Duration time) throws Exception {
        sign(client, MORE * perSecond, time);
        return client.run(time, CONNECTIONS).rate().perSecond();
    }

    private static void sign(SeparateClient client, double perSecond, Duration time) throws IOException {
        client.sign(Math.max(CALLS_MIN, (int) (perSecond * time.toMillis() / MILLIS)), 1);
    }

    private Figure measure(
            Stage stage, Measuring measuring, SeparateClient client, String variant, int connections, double perSecond)
            throws Exception {
        var time = stage.spans().burst();
        sign(client, MORE * perSecond, time);
        var others = new TreeMap<String, Long>();
        var figure = measuring.measure(new Named(name(), variant, false, connections, time), () -> {
            var run = client.run(time, connections);
            others.putAll(run.others());
            return run.rate();
        });
        var statuses = figure.details().putObject("statuses");
        statuses.put("201", figure.rate().successes());
        others.forEach(statuses::put);
        return figure;
    }
}
