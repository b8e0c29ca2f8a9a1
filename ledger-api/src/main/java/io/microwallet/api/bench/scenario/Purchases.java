package io.microwallet.api.bench.scenario;

import io.microwallet.api.bench.baseline.EventBytes;
import io.microwallet.api.bench.load.ClosedLoop.Senders;
import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.stage.Scale;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Shop;
import io.microwallet.api.bench.stage.Stage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Purchases, over random wallets or all on one. */
public final class Purchases implements Scenario {
    private static final int SAMPLE_WALLETS = 100;
    private static final int SAMPLE = 2_000;

    private final String name;
    private final ToIntFunction<Scale> wallets;

    private Purchases(String name, ToIntFunction<Scale> wallets) {
        this.name = name;
        this.wallets = wallets;
    }

    public static Purchases overRandomWallets() {
        return new Purchases("purchase", Scale::wallets);
    }

    public static Purchases onOneWallet() {
        return new Purchases("one-wallet", _ -> 1);
    }

    /** Events of purchases, as the log has them: what the baselines insert. */
    public static List<byte[]> sample(Stage stage) throws InterruptedException, SQLException {
        try (var shop = Shop.open(stage)) {
            var market = shop.market(SAMPLE_WALLETS);
            shop.send(Stream.generate(market::purchase).limit(SAMPLE));
            return EventBytes.last(stage.database().service());
        }
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
                figures.addAll(shop.measuring().burstAndSustained(name, "", loop, market::purchase, stage.spans()));
            }
            return figures;
        }
    }
}
