package io.microwallet.api.bench.scenario;

import io.microwallet.api.bench.baseline.EventBytes;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** All of them, in the order in which they run. */
public final class Scenarios {
    private static final List<Scenario> ALL = List.of(
            Purchases.overRandomWallets(),
            Purchases.onOneWallet(),
            new FlashDrops(),
            new PopUp(),
            new Batches(),
            new Histories(),
            new ManyWallets(),
            new OldLedger());

    private static final int SAMPLE_WALLETS = 100;
    private static final int SAMPLE = 2_000;

    private Scenarios() {}

    public static List<Scenario> all() {
        return ALL;
    }

    /** Events of purchases, as the log has them: what the baselines insert. */
    public static List<byte[]> sample(Stage stage) throws InterruptedException, SQLException {
        try (var shop = Shop.open(stage)) {
            var market = shop.market(SAMPLE_WALLETS);
            shop.send(Stream.generate(market::purchase).limit(SAMPLE));
            return EventBytes.last(stage.database().service());
        }
    }

    public static List<String> names() {
        return ALL.stream().map(Scenario::name).toList();
    }
}
