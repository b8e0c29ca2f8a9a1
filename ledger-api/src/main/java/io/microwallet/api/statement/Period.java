package io.microwallet.api.statement;

import io.microwallet.api.export.span.LedgerDays;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.past.TimeBasis;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A month of the ledger's time zone, and which time of an entry decides whether it is in it. */
record Period(YearMonth month, ZoneId zone, TimeBasis by) {

    /** What a call asked for, before its ledger's time zone is known. */
    record Asked(YearMonth month, TimeBasis by) {
        Period in(ZoneId zone) {
            return new Period(month, zone, by);
        }
    }

    /** From {@code ?month=} and {@code ?by=}; empty for the whole statement, a 400 for anything else. */
    static Optional<Asked> of(@Nullable String month, @Nullable String by) {
        if (month == null && by != null) {
            throw ProblemCode.INVALID_PARAMETER.exception("by belongs to a month.");
        }
        return Optional.ofNullable(month).map(text -> new Asked(month(text), basis(by)));
    }

    private static YearMonth month(String text) {
        if (!text.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            throw ProblemCode.INVALID_PARAMETER.exception("month is a month, as in 2026-11.");
        }
        return YearMonth.parse(text);
    }

    private static TimeBasis basis(@Nullable String by) {
        return by == null
                ? TimeBasis.RECORDED
                : Arrays.stream(TimeBasis.values())
                        .filter(basis -> JsonNames.of(basis).equals(by))
                        .findFirst()
                        .orElseThrow(() -> ProblemCode.INVALID_PARAMETER.exception("by is recorded or effective."));
    }

    /** Its first instant. */
    Instant start() {
        return new LedgerDays(zone).startOf(month.atDay(1));
    }

    /** The first instant after it. */
    Instant end() {
        return new LedgerDays(zone).startOf(month.plusMonths(1).atDay(1));
    }
}
