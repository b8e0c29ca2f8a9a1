package io.microwallet.api.bench.scenario;

import io.microwallet.api.bench.load.ClosedLoop.Senders;
import io.microwallet.api.bench.market.Market;
import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.measure.Measuring.Named;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Shop;
import io.microwallet.api.bench.stage.Stage;
import java.util.List;

/**
 * The same purchases on a new ledger, and on one whose indexes are larger than what PostgreSQL keeps in memory. It is about the
 * log and its index: projections are left out.
 */
public final class OldLedger implements Scenario {
    /** Each key is an event of one of these. */
    private static final int FORMER_WALLETS = 50_000;

    @Override
    public String name() {
        return "old-ledger";
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        try (var shop = Shop.open(stage.withoutProjections())) {
            var market = shop.market(stage.scale().wallets());
            var young = measure(shop, market, stage, "new");
            age(shop, stage);
            var old = measure(shop, market, stage, "old");
            old.details().put("keysBefore", stage.scale().oldKeys());
            old.details()
                    .put(
                            "overNew",
                            Math.round(old.rate().perSecond() / young.rate().perSecond() * 100) / 100.0);
            return List.of(young, old);
        }
    }

    private Figure measure(Shop shop, Market market, Stage stage, String variant) throws Exception {
        var loop = shop.loop(stage.mostInFlight(), 1, Senders.ONE);
        loop.run(market::purchase, stage.spans().warmUp());
        return shop.measuring()
                .measure(
                        new Named(
                                name(),
                                variant,
                                false,
                                loop.inFlight(),
                                stage.spans().burst()),
                        loop,
                        market::purchase);
    }

    /** Wallets of earlier years, frozen and unfrozen in turn: the shortest events that have a key and a tag. */
    private static void age(Shop shop, Stage stage) throws InterruptedException {
        var keys = stage.scale().oldKeys();
        var market = shop.largeMarket(Math.min(FORMER_WALLETS, keys / 4));
        var wallets = market.wallets();
        var rounds = keys / wallets.size() - 2;
        for (var round = 0; round < rounds; round++) {
            stage.progress().now("old-ledger: %,d of %,d keys", (long) round * wallets.size(), keys);
            var freeze = round % 2 == 0;
            shop.sendWarm(wallets.stream().map(wallet -> freeze ? market.freeze(wallet) : market.unfreeze(wallet)));
        }
    }
}
