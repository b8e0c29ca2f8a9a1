package io.microwallet.api.bench.scenario;

/** How much there is of everything that a scenario begins with. */
public enum Scale {
    /** For tests: that it works. */
    TINY(200, 2_000),
    /** All scenarios in a quarter of an hour. */
    SMALL(10_000, 40_000),
    /** What the performance page states. */
    FULL(10_000, 80_000);

    private final int wallets;
    private final int buyers;

    Scale(int wallets, int buyers) {
        this.wallets = wallets;
        this.buyers = buyers;
    }

    /** That purchases come from. */
    int wallets() {
        return wallets;
    }

    /** Wallets that want a drop: so many that few holds of each are open at once. */
    int buyers() {
        return buyers;
    }
}
