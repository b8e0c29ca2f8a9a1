package io.microwallet.core.wallet;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The order in which lots are spent, and spending in that order. Every list here is kept in it. */
public final class BurnDown {
    /** Lots that expire go first, soonest first; then credit before cash; then oldest; the id settles what is left. */
    public static final Comparator<Lot> ORDER = Comparator.comparing(
                    Lot::expires, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(lot -> lot.kind() == LotKind.CASH)
            .thenComparing(Lot::since)
            .thenComparing(lot -> lot.id().value());

    private BurnDown() {}

    /** The lots with one more, in its place. */
    static List<Lot> with(List<Lot> lots, Lot lot) {
        var place = Collections.binarySearch(lots, lot, ORDER);
        var more = new ArrayList<Lot>(lots.size() + 1);
        more.addAll(lots);
        more.add(place < 0 ? -place - 1 : place, lot);
        return more;
    }

    /** What is left of the lots after these draws, which are in the same order; a lot with nothing left is gone. */
    static List<Lot> without(List<Lot> lots, List<Draw> draws) {
        var left = new ArrayList<Lot>(lots.size());
        var next = 0;
        for (var lot : lots) {
            if (next == draws.size() || !lot.id().equals(draws.get(next).lot())) {
                left.add(lot);
                continue;
            }
            var rest = lot.left().minus(draws.get(next++).amount());
            if (!rest.isZero()) {
                left.add(lot.with(rest));
            }
        }
        return left;
    }

    /** What the lots of one currency are worth at an instant. */
    static Money spendable(List<Lot> lots, Currency currency, Instant at) {
        long sum = 0;
        for (var lot : lots) {
            sum += lot.isSpendable(currency, at) ? lot.left().amount() : 0;
        }
        return new Money(sum, currency);
    }

    /** What to take from which lots. @throws IllegalArgumentException where they are worth less than the amount */
    static List<Draw> draws(List<Lot> lots, Money amount, Instant at) {
        var draws = new ArrayList<Draw>(2);
        var missing = amount;
        for (var lot : lots) {
            if (missing.isZero()) {
                break;
            }
            if (lot.isSpendable(amount.currency(), at)) {
                var taken = lot.left().atMost(missing);
                draws.add(new Draw(lot.id(), lot.kind(), taken));
                missing = missing.minus(taken);
            }
        }
        if (!missing.isZero()) {
            throw new IllegalArgumentException("the lots are worth less than " + amount);
        }
        return draws;
    }
}
