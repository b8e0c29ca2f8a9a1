package io.microwallet.api.bench.scenario;

import io.microwallet.api.bench.load.ClosedLoop.Senders;
import io.microwallet.api.bench.market.Market;
import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.measure.Measuring.Named;
import io.microwallet.api.bench.measure.Rate;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Shop;
import io.microwallet.api.bench.stage.Stage;
import io.microwallet.api.cli.output.Json;
import io.microwallet.core.wallet.WalletId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** What a purchase costs from wallets with long histories: in memory, and for the first one after a start. */
public final class Histories implements Scenario {
    /** New wallets are many, so that a figure does not make them old. */
    private static final int EVENTS_TOGETHER = 100_000;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        var figures = new ArrayList<Figure>();
        for (var events : stage.scale().histories()) {
            figures.addAll(measure(stage, events));
        }
        return figures;
    }

    private List<Figure> measure(Stage stage, int events) throws Exception {
        var variant = events == 1 ? "1 event" : String.format(Locale.ROOT, "%,d events", events);
        var wallets = Math.clamp(EVENTS_TOGETHER / events, 2, stage.scale().wallets());
        Market market;
        Figure warm;
        try (var shop = Shop.open(stage)) {
            market = shop.market(wallets);
            shop.sendWarm(market.wallets().stream()
                    .limit(events == 1 ? 0 : wallets - 1)
                    .flatMap(wallet ->
                            Stream.generate(() -> market.purchase(wallet)).limit(events)));
            var loop = shop.loop(stage.mostInFlight(), 1, Senders.ONE);
            loop.run(() -> market.purchase(old(market)), stage.spans().warmUp());
            warm = shop.measuring()
                    .measure(
                            new Named(
                                    name(),
                                    variant + ", warm",
                                    false,
                                    loop.inFlight(),
                                    stage.spans().burst()),
                            loop,
                            () -> market.purchase(old(market)));
        }
        return List.of(warm, cold(stage, market, variant + ", cold"));
    }

    /** Any but the last wallet, which stays new. */
    private static WalletId old(Market market) {
        var wallets = market.wallets();
        return wallets.get(ThreadLocalRandom.current().nextInt(wallets.size() - 1));
    }

    /** The first purchase after each of some openings; what is not the wallet's own was loaded by another one before. */
    private Figure cold(Stage stage, Market market, String variant) throws Exception {
        var each = new long[stage.scale().times()];
        for (var i = 0; i < each.length; i++) {
            try (var shop = Shop.open(stage)) {
                shop.send(Stream.of(market.purchase(market.wallets().getLast())));
                var cold = market.purchase(market.wallets().getFirst());
                var sent = System.nanoTime();
                shop.send(Stream.of(cold));
                each[i] = System.nanoTime() - sent;
            }
        }
        var rate = Rate.ofEach(each);
        stage.progress().say("  %s %s: %.1f ms", name(), variant, rate.p50());
        return new Figure(name(), variant, 1, false, rate, 0, Json.object());
    }
}
