package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.given.Row;
import io.microwallet.core.ledger.LedgerCommand.ChangeLimits;
import io.microwallet.core.ledger.LedgerCommand.MoveClockBy;
import io.microwallet.core.ledger.LedgerCommand.MoveClockTo;
import io.microwallet.core.ledger.LedgerEvent.ClockMoved;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import io.microwallet.core.ledger.LedgerRefusal;
import io.microwallet.core.ledger.LedgerRules;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.ledger.LimitsChange;
import io.microwallet.core.ledger.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What admins change of their own ledger: its limits, and a sandbox's clock. */
final class LedgerRows {
    private static final LedgerCreated LIVE = new LedgerCreated(LEDGER, Mode.LIVE, ZoneOffset.UTC, NAME);
    private static final Duration DAY = Duration.ofDays(1);

    private LedgerRows() {}

    static Stream<Row> rows() {
        return Stream.of(limits(), clocks(), bounds()).flatMap(rows -> rows);
    }

    private static Stream<Row> limits() {
        var limits = new Limits(List.of(eur(100)), List.of(eur(50)), 3, 4, 5, 6);
        var change = new ChangeLimits(LEDGER, TILL, LimitsChange.to(limits));
        var changed = new LimitsChanged(LEDGER, TILL, limits);
        return Stream.of(
                row("limits are changed").given(LEDGER_CREATED).when(change).accepted(changed),
                row("limits are changed in a live ledger")
                        .given(LIVE)
                        .when(change)
                        .accepted(changed),
                row("limits are changed to what they are, and it is on record")
                        .given(LEDGER_CREATED, changed)
                        .when(change)
                        .accepted(changed),
                row("limits that are not named stay as they were changed before")
                        .given(LEDGER_CREATED, changed)
                        .when(new ChangeLimits(LEDGER, TILL, new LimitsChange(List.of(), null, null, 7, null, null)))
                        .accepted(new LimitsChanged(LEDGER, TILL, new Limits(List.of(), List.of(eur(50)), 3, 7, 5, 6))),
                row("limits of no ledger").when(change).absent(Absence.LEDGER_NOT_FOUND));
    }

    private static Stream<Row> clocks() {
        var forward = new MoveClockBy(LEDGER, TILL, DAY);
        var backwards = new MoveClockBy(LEDGER, TILL, DAY.negated());
        return Stream.of(
                row("a sandbox's clock is moved forward")
                        .given(LEDGER_CREATED)
                        .when(forward)
                        .accepted(moved(DAY)),
                row("a sandbox's clock is moved to an instant")
                        .given(LEDGER_CREATED)
                        .when(to(NOW.plus(DAY)))
                        .accepted(moved(DAY)),
                row("a microsecond is forward")
                        .given(LEDGER_CREATED)
                        .when(to(NOW.plusNanos(1_000)))
                        .accepted(moved(Duration.ofNanos(1_000))),
                row("a live ledger's clock stands, whatever the time")
                        .given(LIVE)
                        .when(backwards)
                        .refused(LedgerRefusal.CLOCK_ONLY_IN_SANDBOX),
                row("a clock is never moved backwards")
                        .given(LEDGER_CREATED)
                        .when(backwards)
                        .refused(LedgerRefusal.CLOCK_NEVER_BACKWARDS),
                row("a clock is never moved to where it stands")
                        .given(LEDGER_CREATED)
                        .when(to(NOW))
                        .refused(LedgerRefusal.CLOCK_NEVER_BACKWARDS),
                row("the clock of no ledger").when(forward).absent(Absence.LEDGER_NOT_FOUND));
    }

    private static Stream<Row> bounds() {
        var far = moved(LedgerRules.AHEAD_MAX.minus(DAY));
        return Stream.of(
                row("a clock ten years ahead")
                        .given(LEDGER_CREATED, far)
                        .when(new MoveClockBy(LEDGER, TILL, DAY))
                        .accepted(moved(DAY)),
                row("a clock further ahead than that")
                        .given(LEDGER_CREATED, far)
                        .when(new MoveClockBy(LEDGER, TILL, DAY.plusNanos(1_000)))
                        .refused(LedgerRefusal.CLOCK_TOO_FAR_AHEAD),
                row("a clock at the end of time")
                        .given(LEDGER_CREATED)
                        .when(to(Instant.MAX))
                        .refused(LedgerRefusal.CLOCK_TOO_FAR_AHEAD));
    }

    private static MoveClockTo to(Instant instant) {
        return new MoveClockTo(LEDGER, TILL, instant);
    }

    private static ClockMoved moved(Duration forward) {
        return new ClockMoved(LEDGER, TILL, forward.toNanos() / 1_000, NOW.plus(forward));
    }
}
