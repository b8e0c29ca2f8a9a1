package io.microwallet.api.export.span;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of an export, both inclusive, in the ledger's time zone; null where that end is open.
 *
 * @param positionMax nothing after this position, whatever its day
 */
public record ExportSpan(
        LedgerDays days, @Nullable LocalDate from, @Nullable LocalDate to, long positionMax) {
    /** @throws IllegalArgumentException if it ends before it begins */
    public ExportSpan {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    boolean startsAfter(Instant at) {
        return from != null && at.isBefore(days.startOf(from));
    }

    boolean endsBefore(Instant at) {
        return to != null && !at.isBefore(days.startOf(to.plusDays(1)));
    }
}
