package io.microwallet.core.journal;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.util.HashMap;
import java.util.List;

/** Postings that cannot be built unless debits equal credits in each currency. */
public record JournalEntry(List<Posting> postings) {
    public static final int POSTINGS_MAX = 1_000;

    /** @throws IllegalArgumentException for fewer than two postings, more than {@link #POSTINGS_MAX}, or an imbalance */
    public JournalEntry {
        postings = List.copyOf(postings);
        if (postings.size() < 2 || postings.size() > POSTINGS_MAX) {
            throw new IllegalArgumentException("an entry has 2 to " + POSTINGS_MAX + " postings");
        }
        var balance = new HashMap<Currency, Money>();
        for (var posting : postings) {
            var signed = posting.side() == Side.DEBIT ? posting.money() : posting.money().negated();
            balance.merge(posting.money().currency(), signed, Money::plus);
        }
        balance.forEach((currency, rest) -> {
            if (!rest.isZero()) {
                throw new IllegalArgumentException("debits and credits differ in " + currency);
            }
        });
    }

    public static JournalEntry of(Posting... postings) {
        return new JournalEntry(List.of(postings));
    }
}
