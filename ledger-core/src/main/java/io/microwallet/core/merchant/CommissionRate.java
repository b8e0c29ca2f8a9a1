package io.microwallet.core.merchant;

import io.microwallet.core.money.Money;

/** Our share of a sale, in hundredths of a percent. */
public record CommissionRate(int basisPoints) {
    public static final int BASIS_POINTS_MAX = 10_000;

    /** @throws IllegalArgumentException unless 0 to {@link #BASIS_POINTS_MAX} */
    public CommissionRate {
        if (basisPoints < 0 || basisPoints > BASIS_POINTS_MAX) {
            throw new IllegalArgumentException("a commission is 0 to " + BASIS_POINTS_MAX + " basis points");
        }
    }

    /** The share of an amount that is not negative, rounded half to even, exactly. */
    public Money of(Money amount) {
        // The product may not fit a long, its two parts do: 2^53/10^4 * 10^4 and 10^4 * 10^4.
        var wholes = amount.amount() / BASIS_POINTS_MAX * basisPoints;
        var parts = amount.amount() % BASIS_POINTS_MAX * basisPoints;
        var floor = wholes + parts / BASIS_POINTS_MAX;
        var twiceTheRest = 2 * (parts % BASIS_POINTS_MAX);
        var up = twiceTheRest > BASIS_POINTS_MAX || (twiceTheRest == BASIS_POINTS_MAX && floor % 2 == 1);
        return new Money(up ? floor + 1 : floor, amount.currency());
    }
}
