package io.microwallet.api.bench.scenario;

import io.microwallet.api.bench.load.ClosedLoop.Senders;
import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.measure.Measuring.Named;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Shop;
import io.microwallet.api.bench.stage.Stage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Purchases from random wallets of more and more: the rate, and what of the heap is in use after a collection. */
public final class ManyWallets implements Scenario {
    @Override
    public String name() {
        return "wallets";
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        var figures = new ArrayList<Figure>();
        for (var wallets : stage.scale().manyWallets()) {
            figures.add(measure(stage, wallets));
        }
        return figures;
    }

    private Figure measure(Stage stage, int wallets) throws Exception {
        try (var shop = Shop.open(stage)) {
            var market = shop.largeMarket(wallets);
            var loop = shop.loop(stage.mostInFlight(), 1, Senders.MANY);
            loop.run(market::purchase, stage.spans().warmUp());
            var variant = String.format(Locale.ROOT, "of %,d", wallets);
            var figure = shop.measuring()
                    .measure(
                            new Named(
                                    name(),
                                    variant,
                                    false,
                                    loop.inFlight(),
                                    stage.spans().burst()),
                            loop,
                            market::purchase);
            figure.details().put("wallets", wallets).put("heapUsedMiB", heapUsedMiB());
            figure.details().put("heapMaxMiB", Runtime.getRuntime().maxMemory() >> 20);
            return figure;
        }
    }

    private static long heapUsedMiB() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
