package io.microwallet.api.bench.scenario;

import io.microwallet.api.bench.load.ClosedLoop.Senders;
import io.microwallet.api.bench.measure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Purchases, over random wallets or all on one. */
final class Purchases implements Scenario {
    private final String name;
    private final ToIntFunction<Scale> wallets;

    private Purchases(String name, ToIntFunction<Scale> wallets) {
        this.name = name;
        this.wallets = wallets;
    }

    static Purchases overRandomWallets() {
        return new Purchases("purchase", Scale::wallets);
    }

    static Purchases onOneWallet() {
        return new Purchases("one-wallet", _ -> 1);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        try (var shop = Shop.open(stage)) {
            var market = shop.market(wallets.applyAsInt(stage.scale()));
            var figures = new ArrayList<Figure>();
            for (var inFlight : stage.inFlight()) {
                var loop = shop.loop(inFlight, 1, Senders.ONE);
                figures.addAll(
                        shop.measuring().burstAndSustained(name, "", loop, market::purchase, stage.spans()));
            }
            return figures;
        }
    }
}
