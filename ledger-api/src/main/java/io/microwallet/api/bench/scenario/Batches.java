package io.microwallet.api.bench.scenario;

import io.microwallet.api.bench.load.ClosedLoop.Senders;
import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Shop;
import io.microwallet.api.bench.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/** Purchases in groups that are sent, and decided, in order; a key for each command. */
public final class Batches implements Scenario {
    private static final List<Integer> GROUPS = List.of(100, 1_000);
    private static final int GROUPS_IN_FLIGHT = 4;

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        try (var shop = Shop.open(stage)) {
            var market = shop.market(stage.scale().wallets());
            var figures = new ArrayList<Figure>();
            for (var groupOf : GROUPS) {
                var inFlight = Math.max(stage.mostInFlight(), GROUPS_IN_FLIGHT * groupOf);
                var loop = shop.loop(inFlight, groupOf, Senders.ONE);
                figures.addAll(shop.measuring()
                        .burstAndSustained(name(), "of " + groupOf, loop, market::purchase, stage.spans()));
            }
            return figures;
        }
    }
}
