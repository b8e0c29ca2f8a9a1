package io.microwallet.api.trialbalance;

import io.microwallet.core.books.AccountTotal;
import io.microwallet.core.books.Reading;
import io.microwallet.core.ledger.LedgerId;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A ledger's control accounts as of one position; amounts in minor units.
 *
 * @param accounts by name, then currency
 * @param totals by currency; debits equal credits in each
 */
public record TrialBalance(long position, String chain, List<AccountLine> accounts, List<TotalLine> totals) {
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
        var lines = reading.totals(ledger).stream()
                .map(TrialBalance::line)
                .sorted(Comparator.comparing(AccountLine::account).thenComparing(AccountLine::currency))
                .toList();
        var totals = new TreeMap<String, TotalLine>();
        for (var line : lines) {
            var total = new TotalLine(line.currency(), line.debits(), line.credits());
            totals.merge(line.currency(), total, TotalLine::plus);
        }
        return new TrialBalance(reading.position(), reading.chain(), lines, List.copyOf(totals.values()));
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
