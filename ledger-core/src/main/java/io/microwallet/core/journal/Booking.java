package io.microwallet.core.journal;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers an entry: one posting an account, side and currency, debits first; nothing where nothing moves. For one thread. */
public final class Booking {
    private final Map<Line, Money> debits = new LinkedHashMap<>();
    private final Map<Line, Money> credits = new LinkedHashMap<>();

    private record Line(Account account, Currency currency) {}

    /** @throws IllegalArgumentException for an amount below zero */
    public Booking debit(Account account, Money amount) {
        return add(debits, account, amount);
    }

    /** @throws IllegalArgumentException for an amount below zero */
    public Booking credit(Account account, Money amount) {
        return add(credits, account, amount);
    }

    /** Whether nothing moves. */
    public boolean isEmpty() {
        return debits.isEmpty() && credits.isEmpty();
    }

    /** @throws IllegalArgumentException unless debits equal credits in each currency */
    public JournalEntry entry() {
        var postings = new ArrayList<Posting>(debits.size() + credits.size());
        debits.forEach((line, amount) -> postings.add(Posting.debit(line.account(), amount)));
        credits.forEach((line, amount) -> postings.add(Posting.credit(line.account(), amount)));
        return new JournalEntry(postings);
    }

    private Booking add(Map<Line, Money> side, Account account, Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a posting is positive: book the other side instead");
        }
        if (!amount.isZero()) {
            side.merge(new Line(account, amount.currency()), amount, Money::plus);
        }
        return this;
    }
}
