package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.CARD;
import static io.microwallet.core.given.PopUp.DECLINED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.PAYMENT;
import static io.microwallet.core.given.PopUp.PROCESSOR;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.TOP_UP;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.failed;
import static io.microwallet.core.given.PopUp.reportFailure;
import static io.microwallet.core.given.PopUp.reportSuccess;
import static io.microwallet.core.given.PopUp.requestTopUp;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.PopUp.unclaimed;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.given.Row;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpFailed;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.topup.TopUpRefusal;
import io.microwallet.core.topup.TopUpRules;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How money comes in; what a processor reports is booked whatever it meets. */
final class TopUpRows {
    private static final TopUpRequested REQUESTED = requested(TOP_UP, eur(50));
    private static final TopUpId LAST = new TopUpId(new UUID(7, 9_000));
    private static final WalletClosed CLOSED = new WalletClosed(WALLET);
    private static final WalletErased ERASED = new WalletErased(WALLET);
    private static final WalletId ANOTHER = new WalletId(new UUID(4, 2));
    private static final WalletOpened ANOTHER_OPENED = new WalletOpened(LEDGER, ANOTHER, TILL, null, null);
    private static final WalletOpened OPENED_NEXT_DOOR = new WalletOpened(NEIGHBOUR, WALLET, TILL, null, null);

    private TopUpRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                        asking(),
                        processors(),
                        times(),
                        limits(),
                        amounts(),
                        days(),
                        balances(),
                        successes(),
                        lateSuccesses(),
                        failures())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> asking() {
        var ask = requestTopUp(eur(50), null);
        return Stream.of(
                row("a top-up is asked for")
                        .given(LEDGER_CREATED, OPENED)
                        .when(ask)
                        .accepted(REQUESTED),
                row("a frozen wallet takes a top-up")
                        .given(LEDGER_CREATED, OPENED, new WalletFrozen(WALLET))
                        .when(ask)
                        .accepted(REQUESTED),
                row("a top-up is asked for once")
                        .given(LEDGER_CREATED, OPENED, REQUESTED)
                        .when(ask)
                        .refused(TopUpRefusal.TOP_UP_ALREADY_EXISTS),
                row("a closed wallet takes no top-up")
                        .given(LEDGER_CREATED, OPENED, CLOSED)
                        .when(ask)
                        .refused(TopUpRefusal.WALLET_CLOSED),
                row("no wallet takes no top-up").when(ask).absent(Absence.WALLET_NOT_FOUND),
                row("another ledger's wallet takes no top-up")
                        .given(OPENED_NEXT_DOOR)
                        .when(ask)
                        .absent(Absence.WALLET_NOT_FOUND),
                row("an erased wallet takes no top-up")
                        .given(LEDGER_CREATED, OPENED, CLOSED, ERASED)
                        .when(ask)
                        .absent(Absence.WALLET_ERASED));
    }

    private static Stream<Row> processors() {
        var live = new LedgerCreated(LEDGER, Mode.LIVE, ZoneOffset.UTC, NAME);
        var late = NOW.plusSeconds(1);
        return Stream.of(
                row("a processor of real money in a live ledger")
                        .given(live, OPENED)
                        .when(requestTopUp(eur(50), null, Mode.LIVE))
                        .accepted(REQUESTED),
                row("a top-up through no processor, whatever the time")
                        .given(LEDGER_CREATED, OPENED)
                        .when(requestTopUp(eur(50), late, new Mode[0]))
                        .refused(TopUpRefusal.PROCESSOR_UNKNOWN),
                row("play money in a live ledger, whatever the time")
                        .given(live, OPENED)
                        .when(requestTopUp(eur(50), late, Mode.SANDBOX))
                        .refused(TopUpRefusal.PROCESSOR_REFUSES_LIVE),
                row("real money in a sandbox ledger, whatever the time")
                        .given(LEDGER_CREATED, OPENED)
                        .when(requestTopUp(eur(50), late, Mode.LIVE))
                        .refused(TopUpRefusal.PROCESSOR_REFUSES_SANDBOX),
                row("a top-up in no ledger")
                        .given(OPENED)
                        .when(requestTopUp(eur(50), null))
                        .absent(Absence.LEDGER_NOT_FOUND));
    }

    private static Stream<Row> times() {
        var oldest = NOW.minus(EffectiveTime.AGE_MAX);
        return Stream.of(
                row("a top-up that happened just now")
                        .given(LEDGER_CREATED, OPENED)
                        .when(requestTopUp(eur(50), NOW))
                        .accepted(at(NOW)),
                row("a top-up of the future")
                        .given(LEDGER_CREATED, OPENED)
                        .when(requestTopUp(eur(50), NOW.plusNanos(1_000)))
                        .refused(TopUpRefusal.EFFECTIVE_TIME_IN_FUTURE),
                row("a top-up of a year ago")
                        .given(LEDGER_CREATED, OPENED)
                        .when(requestTopUp(eur(50), oldest))
                        .accepted(at(oldest)),
                row("a top-up of long ago")
                        .given(LEDGER_CREATED, OPENED)
                        .when(requestTopUp(eur(50), oldest.minusNanos(1_000)))
                        .refused(TopUpRefusal.EFFECTIVE_TIME_TOO_OLD));
    }

    private static TopUpRequested at(Instant effective) {
        return new TopUpRequested(LEDGER, TOP_UP, WALLET, eur(50), PROCESSOR, CARD, null, null, effective);
    }

    private static Stream<Row> limits() {
        var most = eur(TopUpRules.AMOUNT_MAX);
        return Stream.of(
                row("the largest top-up")
                        .given(LEDGER_CREATED, OPENED)
                        .when(requestTopUp(most, null))
                        .accepted(requested(TOP_UP, most)),
                row("a top-up that is too large")
                        .given(LEDGER_CREATED, OPENED)
                        .when(requestTopUp(most.plus(eur(1)), null))
                        .refused(TopUpRefusal.TOP_UP_AMOUNT_TOO_LARGE),
                row("the last lot that a ledger allows")
                        .given(openWith(Limits.DEFAULT.openLots() - 1))
                        .when(requestTopUp(eur(50), null))
                        .accepted(REQUESTED),
                row("a lot more than a ledger allows")
                        .given(openWith(Limits.DEFAULT.openLots()))
                        .when(requestTopUp(eur(50), null))
                        .refused(TopUpRefusal.TOO_MANY_OPEN_LOTS),
                row("a ledger allows more lots")
                        .given(openWith(Limits.OPEN_LOTS_MAX - 1, limits(100, Limits.OPEN_LOTS_MAX)))
                        .when(requestTopUp(eur(50), null))
                        .accepted(REQUESTED),
                row("a ledger allows fewer lots, of money that came before too")
                        .given(openWith(3, limits(100, 2)))
                        .when(requestTopUp(eur(50), null))
                        .refused(TopUpRefusal.TOO_MANY_OPEN_LOTS));
    }

    private static LimitsChanged limits(int topUpsADay, int openLots) {
        return limits(List.of(), List.of(), topUpsADay, openLots);
    }

    private static LimitsChanged limits(List<Money> balance, List<Money> topUp, int topUpsADay, int openLots) {
        return new LimitsChanged(LEDGER, TILL, new Limits(balance, topUp, topUpsADay, 20, openLots, 14));
    }

    private static Stream<Row> amounts() {
        var few = limits(List.of(), List.of(eur(50)), 1, 1);
        return Stream.of(
                row("as much as a ledger allows at once")
                        .given(LEDGER_CREATED, OPENED, few)
                        .when(requestTopUp(eur(50), null))
                        .accepted(REQUESTED),
                row("more than a ledger allows at once, whatever else is too much")
                        .given(LEDGER_CREATED, OPENED, few, requested(LAST, eur(1)))
                        .when(requestTopUp(eur(51), null))
                        .refused(TopUpRefusal.TOP_UP_LIMIT_EXCEEDED),
                row("a currency that a ledger does not limit")
                        .given(LEDGER_CREATED, OPENED, few)
                        .when(requestTopUp(Money.of(51, "JPY"), null))
                        .accepted(requested(TOP_UP, Money.of(51, "JPY"))));
    }

    private static Stream<Row> days() {
        var one = limits(List.of(eur(10)), List.of(), 1, 1_000);
        return Stream.of(
                row("a top-up too many in a day, whatever the balance")
                        .given(LEDGER_CREATED, OPENED, one, requested(LAST, eur(1)))
                        .when(requestTopUp(eur(50), null))
                        .refused(TopUpRefusal.TOO_MANY_TOP_UPS_TODAY),
                row("what was declined counts")
                        .given(LEDGER_CREATED, OPENED, one, requested(LAST, eur(1)), failed(LAST))
                        .when(requestTopUp(eur(5), null))
                        .refused(TopUpRefusal.TOO_MANY_TOP_UPS_TODAY));
    }

    private static Stream<Row> balances() {
        var hundred = limits(List.of(eur(100)), List.of(), 100, 2);
        var later = new TopUpId(new UUID(7, 9_001));
        return Stream.of(
                row("as much as a wallet may hold")
                        .given(LEDGER_CREATED, OPENED, hundred, requested(LAST, eur(50)), came(LAST, 50))
                        .when(requestTopUp(eur(50), null))
                        .accepted(REQUESTED),
                row("a cent more than a wallet may hold, whatever its lots")
                        .given(
                                LEDGER_CREATED,
                                OPENED,
                                hundred,
                                requested(LAST, eur(50)),
                                came(LAST, 50),
                                requested(later, Money.of(1, "JPY")))
                        .when(requestTopUp(eur(51), null))
                        .refused(TopUpRefusal.BALANCE_LIMIT_EXCEEDED),
                row("what is awaited counts")
                        .given(LEDGER_CREATED, OPENED, hundred, requested(LAST, eur(51)))
                        .when(requestTopUp(eur(50), null))
                        .refused(TopUpRefusal.BALANCE_LIMIT_EXCEEDED),
                row("what was declined does not count")
                        .given(LEDGER_CREATED, OPENED, hundred, requested(LAST, eur(51)), failed(LAST))
                        .when(requestTopUp(eur(50), null))
                        .accepted(REQUESTED),
                row("another currency does not count")
                        .given(LEDGER_CREATED, OPENED, hundred, requested(LAST, Money.of(51, "JPY")))
                        .when(requestTopUp(eur(50), null))
                        .accepted(REQUESTED),
                row("a fact is booked beyond every limit")
                        .given(LEDGER_CREATED, OPENED, REQUESTED, limits(List.of(eur(1)), List.of(eur(1)), 1, 1))
                        .when(reportSuccess(eur(50)))
                        .accepted(came(eur(50))));
    }

    private static Event came(TopUpId topUp, long cents) {
        return succeeded(topUp, eur(cents), eur(cents));
    }

    private static final int FIRST_WITHOUT_PENDING = 20;

    // Ten of them pending at most, so that a day's limit stands in nobody's way; the rest lots.
    private static Event[] openWith(int lots, LimitsChanged... limits) {
        return Stream.concat(
                        Stream.concat(Stream.of(LEDGER_CREATED, OPENED), Stream.of(limits)),
                        IntStream.range(0, lots).boxed().flatMap(TopUpRows::earlier))
                .toArray(Event[]::new);
    }

    private static Stream<Event> earlier(int number) {
        var topUp = new TopUpId(new UUID(7, number));
        var pending = number % 2 == 0 && number < FIRST_WITHOUT_PENDING;
        var lots = number < FIRST_WITHOUT_PENDING ? number / 2 + 1 : number - FIRST_WITHOUT_PENDING / 2 + 1;
        return Stream.of(pending ? requested(topUp, eur(1)) : succeeded(topUp, eur(1), eur(lots)));
    }

    private static Stream<Row> successes() {
        var ofAnother = new ReportTopUpSucceeded(TOP_UP, ANOTHER, eur(50), PAYMENT);
        return Stream.of(
                row("money comes")
                        .given(LEDGER_CREATED, OPENED, REQUESTED)
                        .when(reportSuccess(eur(50)))
                        .accepted(came(eur(50))),
                row("money comes into a frozen wallet")
                        .given(LEDGER_CREATED, OPENED, REQUESTED, new WalletFrozen(WALLET))
                        .when(reportSuccess(eur(50)))
                        .accepted(came(eur(50))),
                row("less money comes than was asked for")
                        .given(LEDGER_CREATED, OPENED, REQUESTED)
                        .when(reportSuccess(eur(40)))
                        .accepted(came(eur(40))),
                row("money comes in another currency")
                        .given(LEDGER_CREATED, OPENED, REQUESTED)
                        .when(reportSuccess(Money.of(50, "JPY")))
                        .accepted(came(Money.of(50, "JPY"))),
                row("the same money is reported twice")
                        .given(LEDGER_CREATED, OPENED, REQUESTED, came(eur(50)))
                        .when(reportSuccess(eur(50)))
                        .alreadyKnown(),
                row("money that nobody asked for")
                        .given(LEDGER_CREATED, OPENED)
                        .when(reportSuccess(eur(50)))
                        .absent(Absence.TOP_UP_NOT_FOUND),
                row("money for another wallet than it was asked for")
                        .given(LEDGER_CREATED, OPENED, ANOTHER_OPENED, REQUESTED)
                        .when(ofAnother)
                        .absent(Absence.TOP_UP_NOT_FOUND),
                row("as much money comes as a wallet may ever hold")
                        .given(LEDGER_CREATED, OPENED, REQUESTED)
                        .when(reportSuccess(eur(Limits.BALANCE_MAX)))
                        .accepted(came(eur(Limits.BALANCE_MAX))),
                row("more money comes than a wallet may ever hold")
                        .given(LEDGER_CREATED, OPENED, REQUESTED)
                        .when(reportSuccess(eur(Limits.BALANCE_MAX + 1)))
                        .accepted(unclaimed(TOP_UP, eur(Limits.BALANCE_MAX + 1))),
                row("more money comes than can be counted")
                        .given(openWith(4))
                        .when(new ReportTopUpSucceeded(
                                new TopUpId(new UUID(7, 0)), WALLET, eur(Money.AMOUNT_MAX), PAYMENT))
                        .accepted(unclaimed(new TopUpId(new UUID(7, 0)), eur(Money.AMOUNT_MAX))));
    }

    private static Event came(Money amount) {
        return succeeded(TOP_UP, amount, amount);
    }

    private static Stream<Row> lateSuccesses() {
        var late = reportSuccess(eur(50));
        var unclaimed = unclaimed(TOP_UP, eur(50));
        return Stream.of(
                row("money comes that was called failed")
                        .given(LEDGER_CREATED, OPENED, REQUESTED, failed(TOP_UP))
                        .when(late)
                        .accepted(came(eur(50))),
                row("money comes that was called failed, where there is no room for it")
                        .given(Stream.concat(Stream.of(openWith(1_000)), Stream.of(REQUESTED, failed(TOP_UP)))
                                .toArray(Event[]::new))
                        .when(late)
                        .accepted(unclaimed),
                row("money comes that was called failed, into a closed wallet")
                        .given(LEDGER_CREATED, OPENED, REQUESTED, failed(TOP_UP), CLOSED)
                        .when(late)
                        .accepted(unclaimed),
                row("money comes that was called failed, into an erased wallet")
                        .given(LEDGER_CREATED, OPENED, REQUESTED, failed(TOP_UP), CLOSED, ERASED)
                        .when(late)
                        .accepted(unclaimed),
                row("unclaimed money is reported twice")
                        .given(LEDGER_CREATED, OPENED, REQUESTED, failed(TOP_UP), CLOSED, unclaimed)
                        .when(late)
                        .alreadyKnown());
    }

    private static Stream<Row> failures() {
        var known = Stream.of(came(eur(50)), failed(TOP_UP), unclaimed(TOP_UP, eur(50)))
                .map(event -> row("a failure after " + event.getClass().getSimpleName())
                        .given(LEDGER_CREATED, OPENED, REQUESTED, event)
                        .when(reportFailure())
                        .alreadyKnown());
        var others = Stream.of(
                row("no money comes")
                        .given(LEDGER_CREATED, OPENED, REQUESTED)
                        .when(reportFailure())
                        .accepted(failed(TOP_UP)),
                row("no money comes that nobody asked for")
                        .given(LEDGER_CREATED, OPENED)
                        .when(reportFailure())
                        .absent(Absence.TOP_UP_NOT_FOUND),
                row("no money comes for another wallet than it was asked for")
                        .given(LEDGER_CREATED, OPENED, ANOTHER_OPENED, REQUESTED)
                        .when(new ReportTopUpFailed(TOP_UP, ANOTHER, DECLINED))
                        .absent(Absence.TOP_UP_NOT_FOUND));
        return Stream.concat(known, others);
    }
}
