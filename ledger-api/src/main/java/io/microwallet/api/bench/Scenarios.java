package io.microwallet.api.bench;

import io.microwallet.api.bench.http.Exports;
import io.microwallet.api.bench.http.HttpOverload;
import io.microwallet.api.bench.http.SignedCalls;
import io.microwallet.api.bench.http.Starts;
import io.microwallet.api.bench.scenario.Batches;
import io.microwallet.api.bench.scenario.FlashDrops;
import io.microwallet.api.bench.scenario.Histories;
import io.microwallet.api.bench.scenario.ManyWallets;
import io.microwallet.api.bench.scenario.OldLedger;
import io.microwallet.api.bench.scenario.Overload;
import io.microwallet.api.bench.scenario.PopUp;
import io.microwallet.api.bench.scenario.Purchases;
import io.microwallet.api.bench.stage.Scenario;
import java.util.List;

/** All of them, in the order in which they run. */
final class Scenarios {
    private static final List<Scenario> ALL = List.of(
            Purchases.overRandomWallets(),
            Purchases.onOneWallet(),
            new FlashDrops(),
            new PopUp(),
            new Batches(),
            new Histories(),
            new ManyWallets(),
            new OldLedger(),
            SignedCalls.oneByOne(),
            SignedCalls.inBatches(),
            new Exports(),
            new Starts(),
            new Overload(),
            new HttpOverload());

    private Scenarios() {}

    static List<Scenario> all() {
        return ALL;
    }

    static List<String> names() {
        return ALL.stream().map(Scenario::name).toList();
    }
}
