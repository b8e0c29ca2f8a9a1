package io.microwallet.api.trialbalance;

import io.microwallet.api.past.AsOf;
import io.microwallet.core.books.AccountTotal;
import io.microwallet.core.books.Reading;
import io.microwallet.core.ledger.LedgerId;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A ledger's control accounts as of one position; amounts in minor units.
 *
 * @param at the past instant that it is as of, by when entries were recorded; absent for now
 * @param effectiveAt the same, by when they happened
 * @param accounts by name, then currency
 * @param totals by currency; debits equal credits in each
 */
public record TrialBalance(
        long position,
        String chain,
        @Nullable String at,
        @Nullable String effectiveAt,
        List<AccountLine> accounts,
        List<TotalLine> totals) {
    /** {@code balance} is debits less credits. */
    public record AccountLine(String account, String currency, long debits, long credits, long balance) {}

    /** All accounts of one currency together. */
    public record TotalLine(String currency, long debits, long credits) {
        private TotalLine plus(TotalLine other) {
            return new TotalLine(currency, Math.addExact(debits, other.debits), Math.addExact(credits, other.credits));
        }
    }

    /** The trial balance of a ledger in a reading. */
    public static TrialBalance of(Reading reading, LedgerId ledger) {
        return of(reading.position(), reading.chain(), reading.totals(ledger));
    }

    static TrialBalance of(long position, String chain, List<AccountTotal> controls) {
        var lines = controls.stream()
                .map(TrialBalance::line)
                .sorted(Comparator.comparing(AccountLine::account).thenComparing(AccountLine::currency))
                .toList();
        var totals = new TreeMap<String, TotalLine>();
        for (var line : lines) {
            var total = new TotalLine(line.currency(), line.debits(), line.credits());
            totals.merge(line.currency(), total, TotalLine::plus);
        }
        return new TrialBalance(position, chain, null, null, lines, List.copyOf(totals.values()));
    }

    TrialBalance asOf(AsOf asOf) {
        return new TrialBalance(position, chain, asOf.at(), asOf.effectiveAt(), accounts, totals);
    }

    private static AccountLine line(AccountTotal total) {
        return new AccountLine(
                total.controlAccount(),
                total.currency().code(),
                total.debits(),
                total.credits(),
                Math.subtractExact(total.debits(), total.credits()));
    }
}
