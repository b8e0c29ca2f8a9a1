package io.microwallet.api.bench.http;

import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.measure.Measuring;
import io.microwallet.api.bench.measure.Measuring.Named;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Purchases in signed calls from a separate process, one by one or in batches; all are signed before the clock starts. */
public final class SignedCalls implements Scenario {
    /** How many more calls are signed than the warm-up would need: the machine may get faster. */
    private static final double MORE = 2;

    private static final int FIRST_CALLS_A_SECOND = 3_000;
    private static final int CALLS_MIN = 100;
    private static final double MILLIS = 1e3;

    private final String name;
    private final int groupOf;
    private final int connections;

    private SignedCalls(String name, int groupOf, int connections) {
        this.name = name;
        this.groupOf = groupOf;
        this.connections = connections;
    }

    public static SignedCalls oneByOne() {
        return new SignedCalls("http", 1, 128);
    }

    public static SignedCalls inBatches() {
        return new SignedCalls("http-batch", 100, 16);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        try (var market = ServedMarket.open(stage)) {
            var client = market.client();
            var spans = stage.spans();
            sign(client, FIRST_CALLS_A_SECOND, spans.warmUp());
            var warm = client.run(spans.warmUp(), connections).rate();
            var measuring = new Measuring(stage.database().service(), market.store(), true, stage.progress());
            var figures = new ArrayList<Figure>();
            for (var time : List.of(spans.burst(), spans.sustained())) {
                if (time.isPositive()) {
                    sign(client, warm.perSecond(), time);
                    figures.add(measure(measuring, client, !figures.isEmpty(), time));
                }
            }
            return figures;
        }
    }

    private Figure measure(Measuring measuring, SeparateClient client, boolean sustained, Duration time)
            throws Exception {
        var figure = measuring.measure(
                new Named(name, "", sustained, connections, time),
                () -> client.run(time, connections).rate());
        figure.details().put("connections", connections).put("commandsACall", groupOf);
        return figure;
    }

    private void sign(SeparateClient client, double commandsASecond, Duration time) throws Exception {
        var calls = MORE * commandsASecond / groupOf * time.toMillis() / MILLIS;
        client.sign(Math.max(CALLS_MIN, (int) calls), groupOf);
    }
}
