package io.microwallet.eventstore.check.index;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Currency;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import io.microwallet.eventstore.index.IndexRows;
import io.microwallet.eventstore.index.IndexRows.ControlKey;
import io.microwallet.eventstore.index.IndexRows.ControlSum;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether {@code control} holds the totals that the log adds up to, and debits equal credits in them. */
public final class TotalsCheck {
    private static final String TOTALS =
            "SELECT ledger, account, currency, debits, credits FROM control WHERE partition = ?";

    private final Map<ControlKey, ControlSum> expected = new HashMap<>();
    private final Map<ControlKey, Long> lastMoved = new HashMap<>();

    /** The books of one ledger in one currency. */
    private record Books(LedgerId ledger, Currency currency) {}

    /** Takes what one row of the log moves; {@code last} is its last position. */
    public void expect(IndexRows rows, long last) {
        rows.controls().forEach((key, sum) -> {
            expected.merge(key, sum, ControlSum::plus);
            lastMoved.put(key, last);
        });
    }

    /** {@code indexed} is the position that the totals are to be as of. */
    public void compare(Connection snapshot, int partition, long indexed, Findings findings) throws SQLException {
        var found = read(snapshot, partition, indexed, findings);
        expected.forEach((key, sum) -> {
            if (!sum.equals(found.get(key))) {
                findings.add(
                        FindingKind.TOTAL_WRONG, lastMoved.getOrDefault(key, indexed), wrong(key, sum, found.get(key)));
            }
        });
        found.keySet().stream()
                .filter(key -> !expected.containsKey(key))
                .forEach(key -> findings.add(
                        FindingKind.TOTAL_WRONG, indexed, key.account() + " has a total, and nothing ever moved it"));
        checkTrialBalance(found, indexed, findings);
    }

    private static String wrong(ControlKey key, ControlSum sum, @Nullable ControlSum found) {
        var there = found == null ? "no total" : "debits %d, credits %d".formatted(found.debits(), found.credits());
        return "%s %s: the log says debits %d, credits %d; the index has %s"
                .formatted(key.account(), key.currency(), sum.debits(), sum.credits(), there);
    }

    private static Map<ControlKey, ControlSum> read(Connection snapshot, int partition, long indexed, Findings findings)
            throws SQLException {
        var found = new HashMap<ControlKey, ControlSum>();
        try (var statement = snapshot.prepareStatement(TOTALS)) {
            statement.setInt(1, partition);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    var code = result.getString(3);
                    try {
                        var ledger = new LedgerId(result.getObject(1, UUID.class));
                        var key = new ControlKey(ledger, result.getString(2), Currency.of(code));
                        found.put(key, new ControlSum(result.getLong(4), result.getLong(5)));
                    } catch (IllegalArgumentException e) {
                        findings.add(FindingKind.TOTAL_WRONG, indexed, "a total in " + code + ", which is no currency");
                    }
                }
            }
        }
        return found;
    }

    private static void checkTrialBalance(Map<ControlKey, ControlSum> found, long indexed, Findings findings) {
        var rests = new HashMap<Books, Long>();
        found.forEach((key, sum) ->
                rests.merge(new Books(key.ledger(), key.currency()), sum.debits() - sum.credits(), Long::sum));
        rests.forEach((books, rest) -> {
            if (rest != 0) {
                findings.add(
                        FindingKind.TRIAL_BALANCE_NOT_ZERO,
                        indexed,
                        "debits less credits are %d in %s".formatted(rest, books.currency()));
            }
        });
    }
}
