package io.microwallet.api.bench.scenario;

import io.microwallet.api.bench.load.ClosedLoop.Senders;
import io.microwallet.api.bench.market.Evening;
import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Shop;
import io.microwallet.api.bench.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/** The mix of an evening: most of what it does is to something that was made a moment ago. */
public final class PopUp implements Scenario {
    @Override
    public String name() {
        return "pop-up";
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        try (var shop = Shop.open(stage)) {
            var evening = new Evening(shop.market(stage.scale().wallets()));
            var figures = new ArrayList<Figure>();
            for (var inFlight : stage.inFlight()) {
                var loop = shop.loop(inFlight, 1, Senders.MANY);
                figures.addAll(shop.measuring().burstAndSustained(name(), "", loop, evening::next, stage.spans()));
            }
            return figures;
        }
    }
}
