package io.microwallet.api.bench;

import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.EventStoreSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Runs one scenario on a store of its own over the bench's database; the full rules and the real write path, no HTTP. */
final class Bench {
    private static final int PREPARED_IN_FLIGHT = 1_000;

    private final DatabaseLogin service;
    private final Path directory;
    private final int wallets;
    private final Duration warmUp;
    private final Duration measured;

    Bench(DatabaseLogin service, Path directory, int wallets, Duration warmUp, Duration measured) {
        this.service = service;
        this.directory = directory;
        this.wallets = wallets;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    Measurement measure(Scenario scenario, int inFlight) throws InterruptedException, SQLException {
        var settings = EventStoreSettings.of(service.url(), service.user(), service.password(), directory);
        try (var store = EventStore.open(settings)) {
            var market = new Market(scenario.wallets(wallets), new SplittableRandom());
            prepare(store, market);
            return measure(store, market, scenario, inFlight);
        }
    }

    private void prepare(EventStore store, Market market) throws InterruptedException {
        var loop = new ClosedLoop(store.decisions(), market, PREPARED_IN_FLIGHT);
        loop.sendAll(List.of(market.createLedger()));
        loop.sendAll(List.of(market.addMerchant()));
        loop.sendAll(market.openWallets());
        loop.sendAll(market.requestTopUps());
        loop.sendAll(market.reportTopUps());
    }

    private Measurement measure(EventStore store, Market market, Scenario scenario, int inFlight)
            throws InterruptedException, SQLException {
        var loop = new ClosedLoop(store.decisions(), market, inFlight);
        var before = store.books().open().position();
        try (var lag = new LagWatch(store)) {
            var outcomes = loop.run(market::purchase, warmUp, measured);
            var lagAtEnd = lag.now();
            var size = LogSize.after(service, before);
            return new Measurement(
                    scenario, inFlight, outcomes, size.bytesAnEvent(), size.eventsACommit(), lag.highest(), lagAtEnd);
        }
    }
}
