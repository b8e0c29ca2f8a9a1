package io.microwallet.api.bench.scenario;

import io.microwallet.api.bench.load.ClosedLoop.Senders;
import io.microwallet.api.bench.market.FlashDrop;
import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Shop;
import io.microwallet.api.bench.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/** Everybody presses "buy" on the same drop, and gets one: a hold each, over wallet and drop. */
public final class FlashDrops implements Scenario {
    @Override
    public String name() {
        return "flash-drop";
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        var figures = new ArrayList<Figure>();
        for (var inFlight : stage.inFlight()) {
            try (var shop = Shop.open(stage)) {
                var wallets = stage.scale().buyers();
                var market = shop.market(wallets);
                var drop = new FlashDrop(market, FlashDrop.holdsMax(wallets));
                shop.send(drop.announce().stream());
                figures.addAll(shop.measuring()
                        .burstAndSustained(name(), "", shop.loop(inFlight, 1, Senders.ONE), drop::hold, stage.spans()));
            }
        }
        return figures;
    }
}
