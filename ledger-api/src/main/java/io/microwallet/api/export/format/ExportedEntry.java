package io.microwallet.api.export.format;

import io.microwallet.core.money.Currency;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One journal entry as a file shows it; texts are raw, a format makes them harmless.
 *
 * @param number of the entry in its ledger, gapless from 1 over adjacent exports; 0 for opening balances
 * @param position of its event in the log; for opening balances, of the last event that they include
 * @param day that it is booked on, in the ledger's zone
 * @param effectiveDay {@code effective} in the ledger's zone
 * @param lines may be many for opening balances: made as they are read
 */
public record ExportedEntry(
        long number,
        long position,
        Instant at,
        LocalDate day,
        @Nullable Instant effective,
        @Nullable LocalDate effectiveDay,
        String event,
        String popUp,
        String reference,
        String merchant,
        String merchantName,
        Iterable<Line> lines) {
    /** One posting: a debit where positive, a credit where negative; in minor units. */
    public record Line(String account, long signed, Currency currency) {}
}
