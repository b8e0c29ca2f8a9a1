package io.microwallet.core.wallet;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The order in which lots are spent, and spending in that order. Every list here is kept in it, and has a lot once. */
public final class BurnDown {
    /** Lots that expire go first, soonest first; then credit before cash; then oldest; the id settles what is left. */
    public static final Comparator<Lot> ORDER = Comparator.comparing(
                    Lot::expires, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(lot -> lot.kind() == LotKind.CASH)
            .thenComparing(Lot::since)
            .thenComparing(lot -> lot.id().value());

    private BurnDown() {}

    /** The lots and this part: in its lot, or in its place if there is nothing left of that. */
    public static List<Lot> with(List<Lot> lots, Lot part) {
        var place = Collections.binarySearch(lots, part, ORDER);
        var more = new ArrayList<Lot>(lots.size() + 1);
        more.addAll(lots);
        if (place < 0) {
            more.add(-place - 1, part);
        } else {
            more.set(place, part.of(lots.get(place).amount().plus(part.amount())));
        }
        return more;
    }

    /** The lots and these parts, each in its own. */
    public static List<Lot> with(List<Lot> lots, List<Lot> parts) {
        var more = lots;
        for (var part : parts) {
            more = with(more, part);
        }
        return more;
    }

    /**
     * What is left of the lots without these parts, which are in the same order; a lot with nothing left is gone.
     * @throws IllegalArgumentException for a part of a lot that is not there, or larger than it
     */
    public static List<Lot> without(List<Lot> lots, List<Lot> parts) {
        var left = new ArrayList<Lot>(lots.size());
        var next = 0;
        for (var lot : lots) {
            if (next == parts.size() || !lot.id().equals(parts.get(next).id())) {
                left.add(lot);
                continue;
            }
            var rest = lot.amount().minus(parts.get(next++).amount());
            if (!rest.isZero()) {
                left.add(lot.of(rest));
            }
        }
        if (next < parts.size()) {
            throw new IllegalArgumentException("a part of a lot that is not there, or out of order");
        }
        return left;
    }

    /** What the lots of one currency are worth at an instant. */
    public static Money spendable(List<Lot> lots, Currency currency, Instant at) {
        long sum = 0;
        for (var lot : lots) {
            sum += lot.isSpendable(currency, at) ? lot.amount().amount() : 0;
        }
        return new Money(sum, currency);
    }

    /** What the lots of one kind and currency come to, expired or not. */
    public static Money sum(List<Lot> lots, LotKind kind, Currency currency) {
        long sum = 0;
        for (var lot : lots) {
            sum += lot.kind() == kind && lot.amount().currency() == currency
                    ? lot.amount().amount()
                    : 0;
        }
        return new Money(sum, currency);
    }

    /** The lots of one kind. */
    public static List<Lot> only(List<Lot> lots, LotKind kind) {
        return lots.stream().filter(lot -> lot.kind() == kind).toList();
    }

    /** What to take from which lots, the first of them first. @throws IllegalArgumentException where they are worth less than the amount */
    public static List<Lot> take(List<Lot> lots, Money amount, Instant at) {
        var parts = new ArrayList<Lot>(2);
        var missing = amount;
        for (var lot : lots) {
            if (missing.isZero()) {
                break;
            }
            if (lot.isSpendable(amount.currency(), at)) {
                var taken = lot.amount().atMost(missing);
                parts.add(lot.of(taken));
                missing = missing.minus(taken);
            }
        }
        if (!missing.isZero()) {
            throw new IllegalArgumentException("the lots are worth less than " + amount);
        }
        return parts;
    }

    /**
     * What of the cash to take for an amount, as far as it goes: from the lot named first, then in burn-down order. The parts
     * are in burn-down order whatever they were found in.
     */
    public static List<Lot> takeCash(List<Lot> lots, Money amount, @Nullable LotId first) {
        var parts = new ArrayList<Lot>(2);
        var missing = takeCash(lots, amount, parts, lot -> lot.id().equals(first));
        takeCash(lots, missing, parts, lot -> !lot.id().equals(first));
        parts.sort(ORDER);
        return parts;
    }

    private static Money takeCash(List<Lot> lots, Money amount, List<Lot> parts, Predicate<Lot> from) {
        var missing = amount;
        for (var lot : lots) {
            if (missing.isZero()) {
                break;
            }
            if (lot.kind() == LotKind.CASH && lot.amount().currency() == amount.currency() && from.test(lot)) {
                var taken = lot.amount().atMost(missing);
                parts.add(lot.of(taken));
                missing = missing.minus(taken);
            }
        }
        return missing;
    }

    /**
     * What to give back of parts that were spent: the last that was taken goes back first. In burn-down order itself.
     * @throws IllegalArgumentException where the parts are worth less than the amount
     */
    public static List<Lot> takeLast(List<Lot> parts, Money amount) {
        var back = new ArrayDeque<Lot>(2);
        var missing = amount;
        for (var i = parts.size() - 1; i >= 0 && !missing.isZero(); i--) {
            var taken = parts.get(i).amount().atMost(missing);
            back.addFirst(parts.get(i).of(taken));
            missing = missing.minus(taken);
        }
        if (!missing.isZero()) {
            throw new IllegalArgumentException("the parts are worth less than " + amount);
        }
        return List.copyOf(back);
    }
}
