package io.microwallet.api.export.span;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of a ledger's time zone as spans of instants, one after the other without gap or overlap, in every zone: a day
 * that clocks pass twice is long, one that they skip is empty.
 */
public record LedgerDays(ZoneId zone) {
    /** The first instant of a day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The day that an instant is booked on. */
    public LocalDate dayOf(Instant at) {
        var day = at.atZone(zone).toLocalDate();
        // Clocks that go back over midnight show the old date again, in a day that has begun.
        return at.isBefore(startOf(day.plusDays(1))) ? day : day.plusDays(1);
    }
}
