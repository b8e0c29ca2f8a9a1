package io.microwallet.core.journal;

import io.microwallet.core.money.Currency;
import java.util.IdentityHashMap;
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
        var currency = postings.getFirst().money().currency();
        var inOneCurrency = true;
        long rest = 0;
        for (var posting : postings) {
            inOneCurrency &= posting.money().currency() == currency;
            rest += signed(posting);
        }
        if (!inOneCurrency) {
            requireBalanceInEach(postings);
        } else if (rest != 0) {
            throw new IllegalArgumentException("debits and credits differ in " + currency);
        }
    }

    public static JournalEntry of(Posting... postings) {
        return new JournalEntry(List.of(postings));
    }

    // A thousand postings of less than 2^53 stay below 2^63: the sum cannot overflow.
    private static long signed(Posting posting) {
        var amount = posting.money().amount();
        return posting.side() == Side.DEBIT ? amount : -amount;
    }

    private static void requireBalanceInEach(List<Posting> postings) {
        var rests = new IdentityHashMap<Currency, Long>();
        postings.forEach(posting -> rests.merge(posting.money().currency(), signed(posting), Long::sum));
        rests.forEach((currency, rest) -> {
            if (rest != 0) {
                throw new IllegalArgumentException("debits and credits differ in " + currency);
            }
        });
    }
}
