package io.microwallet.api.bench.scenario;

import io.microwallet.api.bench.load.ClosedLoop.Senders;
import io.microwallet.api.bench.market.Market;
import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.measure.Measuring.Named;
import io.microwallet.api.bench.measure.Recovery;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Shop;
import io.microwallet.api.bench.stage.Stage;
import java.util.List;

/** Ten times as many in flight as it takes: what still comes out, how the rest is told, and how soon all is as before. */
public final class Overload implements Scenario {
    private static final int TIMES = 10;

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        try (var shop = Shop.open(stage)) {
            var market = shop.market(stage.scale().wallets());
            var usual = shop.loop(stage.mostInFlight(), 1, Senders.MANY);
            usual.run(market::purchase, stage.spans().warmUp());
            var peak = measure(shop, market, stage, "peak", stage.mostInFlight());
            var over = measure(shop, market, stage, TIMES + " times", TIMES * stage.mostInFlight());
            var recovery = Recovery.to(
                    peak.rate().perSecond(),
                    stage.spans().burst(),
                    time -> usual.run(market::purchase, time).perSecond());
            over.details()
                    .put(
                            "goodputOverPeak",
                            Recovery.hundredths(
                                    over.rate().perSecond() / peak.rate().perSecond()));
            over.details().put("recoverySeconds", recovery);
            return List.of(peak, over);
        }
    }

    private Figure measure(Shop shop, Market market, Stage stage, String variant, int inFlight) throws Exception {
        var loop = shop.loop(inFlight, 1, Senders.MANY);
        var figure = shop.measuring()
                .measure(
                        new Named(
                                name(), variant, false, inFlight, stage.spans().burst()),
                        loop,
                        market::purchase);
        var statuses = figure.details().putObject("statuses");
        statuses.put("Decided", figure.rate().successes());
        loop.tally().others().forEach(statuses::put);
        return figure;
    }
}
