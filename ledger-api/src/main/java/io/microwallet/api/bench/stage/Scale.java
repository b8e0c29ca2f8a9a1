package io.microwallet.api.bench.stage;

import java.util.List;

/** How much there is of everything that a scenario begins with. */
public enum Scale {
    /** For tests: that it works. */
    TINY(200, 2_000, List.of(1, 100), List.of(100, 1_000), 5_000, 500, 1_000, 1),
    /** All scenarios in half an hour. */
    SMALL(10_000, 40_000, List.of(1, 1_000, 100_000), List.of(10_000, 100_000), 1_000_000, 50_000, 100_000, 5),
    /** What the performance page states. */
    FULL(
            10_000,
            80_000,
            List.of(1, 1_000, 100_000, 1_000_000),
            List.of(1_000, 10_000, 100_000, 1_000_000),
            10_000_000,
            90_000,
            1_000_000,
            5);

    private final int wallets;
    private final int buyers;
    private final List<Integer> histories;
    private final List<Integer> manyWallets;
    private final int oldKeys;
    private final int tail;
    private final int exported;
    private final int times;

    Scale(
            int wallets,
            int buyers,
            List<Integer> histories,
            List<Integer> manyWallets,
            int oldKeys,
            int tail,
            int exported,
            int times) {
        this.wallets = wallets;
        this.buyers = buyers;
        this.histories = histories;
        this.manyWallets = manyWallets;
        this.oldKeys = oldKeys;
        this.tail = tail;
        this.exported = exported;
        this.times = times;
    }

    /** That purchases come from. */
    public int wallets() {
        return wallets;
    }

    /** Wallets that want a drop: so many that few holds of each are open at once. */
    public int buyers() {
        return buyers;
    }

    /** Events that one wallet has. */
    public List<Integer> histories() {
        return histories;
    }

    /** Wallets of one ledger. */
    public List<Integer> manyWallets() {
        return manyWallets;
    }

    /** Keys and tags that are indexed when a figure of an old ledger begins. */
    public int oldKeys() {
        return oldKeys;
    }

    /** Events that a killed service has not indexed. */
    public int tail() {
        return tail;
    }

    /** Purchases in an exported journal, and in a kept database that a service starts on. */
    public int exported() {
        return exported;
    }

    /** How often a start, or the first command after one, is measured. */
    public int times() {
        return times;
    }
}
