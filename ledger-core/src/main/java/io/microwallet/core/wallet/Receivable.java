package io.microwallet.core.wallet;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What a member owes us in one currency since a processor took back what was spent. {@code writtenOff} is what we gave up
 * of it: it is remembered, for a dispute that is won afterwards brings it back.
 */
public record Receivable(Money owed, Money writtenOff) {
    /** @throws IllegalArgumentException for less than nothing, or two currencies */
    public Receivable {
        if (owed.isNegative() || writtenOff.plus(Money.zero(owed.currency())).isNegative()) {
            throw new IllegalArgumentException("nobody owes less than nothing");
        }
    }

    public static Receivable none(Currency currency) {
        return new Receivable(Money.zero(currency), Money.zero(currency));
    }

    /** The one of a currency; one of nothing where there is none. */
    public static Receivable in(List<Receivable> receivables, Currency currency) {
        for (var receivable : receivables) {
            if (receivable.owed.currency() == currency) {
                return receivable;
            }
        }
        return none(currency);
    }

    static boolean anyOwed(List<Receivable> receivables) {
        for (var receivable : receivables) {
            if (receivable.owed.isPositive()) {
                return true;
            }
        }
        return false;
    }

    /** The list with this one in place of the one of its currency; one that nobody will ask for again is left out. */
    static List<Receivable> with(List<Receivable> receivables, Receivable changed) {
        if (in(receivables, changed.owed.currency()).equals(changed)) {
            return receivables;
        }
        var more = new ArrayList<Receivable>(receivables.size() + 1);
        for (var receivable : receivables) {
            if (receivable.owed.currency() != changed.owed.currency()) {
                more.add(receivable);
            }
        }
        if (changed.owed.isPositive() || changed.writtenOff.isPositive()) {
            more.add(changed);
        }
        return more;
    }

    /** What can be counted on top of it. */
    Money room() {
        return new Money(Money.AMOUNT_MAX - owed.amount(), owed.currency());
    }

    Receivable plus(Money more) {
        return new Receivable(owed.plus(more), writtenOff);
    }

    Receivable collected(Money part) {
        return new Receivable(owed.minus(part), writtenOff);
    }

    Receivable writeOff(Money part) {
        // What is beyond counting is forgotten: nobody wins that much back.
        var room = new Money(Money.AMOUNT_MAX - writtenOff.amount(), part.currency());
        return new Receivable(owed.minus(part), writtenOff.plus(part.atMost(room)));
    }

    Receivable won(Money received, Money recovered) {
        return new Receivable(owed.minus(received), writtenOff.minus(recovered));
    }
}
