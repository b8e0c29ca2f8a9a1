package io.microwallet.api.bench;

/** What is measured: purchases over many wallets, or all on one. */
enum Scenario {
    PURCHASE("purchase"),
    ONE_WALLET("one-wallet");

    private final String label;

    Scenario(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    int wallets(int many) {
        return switch (this) {
            case PURCHASE -> many;
            case ONE_WALLET -> 1;
        };
    }
}
