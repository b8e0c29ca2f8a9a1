package io.microwallet.core.wallet;

import io.microwallet.core.money.Money;

/** What was taken from one lot. */
public record Draw(LotId lot, LotKind kind, Money amount) {
    /** @throws IllegalArgumentException unless something was taken */
    public Draw {
        amount.positive();
    }
}
