package io.microwallet.core.decision;

import static io.microwallet.core.given.Club.BENEFITS;
import static io.microwallet.core.given.Club.CANCEL;
import static io.microwallet.core.given.Club.CANCELLED;
import static io.microwallet.core.given.Club.CREATE_PLAN;
import static io.microwallet.core.given.Club.MEMBERSHIP;
import static io.microwallet.core.given.Club.PLAN;
import static io.microwallet.core.given.Club.PLAN_CREATED;
import static io.microwallet.core.given.Club.PLAN_RETIRED;
import static io.microwallet.core.given.Club.RENEW;
import static io.microwallet.core.given.Club.RETIRE_PLAN;
import static io.microwallet.core.given.Club.START;
import static io.microwallet.core.given.Club.credit;
import static io.microwallet.core.given.Club.lot;
import static io.microwallet.core.given.Club.over;
import static io.microwallet.core.given.Club.paid;
import static io.microwallet.core.given.Club.started;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.TOP_UP;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.given.Club;
import io.microwallet.core.given.PopUp;
import io.microwallet.core.given.Row;
import io.microwallet.core.journal.Account.MembershipCredits;
import io.microwallet.core.journal.Account.MembershipDeferred;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.membership.MembershipCommand.CancelMembership;
import io.microwallet.core.membership.MembershipCommand.RenewMembership;
import io.microwallet.core.membership.MembershipCommand.RetirePlan;
import io.microwallet.core.membership.MembershipCommand.StartMembership;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.MembershipRefusal;
import io.microwallet.core.membership.OpenMemberships;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.wallet.BurnDown;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** How plans are offered, and how members join, stay and leave. The plan: 20.00 for 30 days, with a credit of 10.00. */
final class MembershipRows {
    private static final Instant ENDS = NOW.plus(Duration.ofDays(30));
    private static final WalletClosed CLOSED = new WalletClosed(WALLET);
    private static final WalletErased ERASED = new WalletErased(WALLET);
    private static final WalletFrozen FROZEN = new WalletFrozen(WALLET);
    private static final PlanId OTHER_PLAN = new PlanId(new UUID(11, 2));
    private static final Lot PRICE = Lot.cash(LotId.of(TOP_UP), eur(2_000), EARLIER);

    private MembershipRows() {}

    static Stream<Row> rows() {
        return Stream.of(plans(), starting(), notStarting(), renewing(), notRenewing(), cancelling(), ending())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> plans() {
        return Stream.of(
                row("a plan is created").when(CREATE_PLAN).accepted(PLAN_CREATED),
                row("a plan is created once")
                        .given(PLAN_CREATED)
                        .when(CREATE_PLAN)
                        .refused(MembershipRefusal.PLAN_ALREADY_EXISTS),
                row("a retired plan is not created again")
                        .given(PLAN_CREATED, PLAN_RETIRED)
                        .when(CREATE_PLAN)
                        .refused(MembershipRefusal.PLAN_ALREADY_EXISTS),
                row("a plan is retired").given(PLAN_CREATED).when(RETIRE_PLAN).accepted(PLAN_RETIRED),
                row("a plan is retired once")
                        .given(PLAN_CREATED, PLAN_RETIRED)
                        .when(RETIRE_PLAN)
                        .refused(MembershipRefusal.PLAN_ALREADY_RETIRED),
                row("no plan is retired").when(RETIRE_PLAN).absent(Absence.PLAN_NOT_FOUND),
                row("another ledger's plan is not retired")
                        .given(PLAN_CREATED)
                        .when(new RetirePlan(NEIGHBOUR, PLAN))
                        .absent(Absence.PLAN_NOT_FOUND));
    }

    private static Stream<Row> starting() {
        return Stream.of(
                row("membership paid 20 (cash only), credit granted 10, paid for by the plan")
                        .given(with(PLAN_CREATED))
                        .when(START)
                        .accepted(
                                started(ENDS, eur(3_000), PRICE),
                                granted(
                                        4_000,
                                        List.of(Posting.debit(new MembershipDeferred(), eur(1_000))),
                                        given(0, 1_000, Funder.plan()))),
                row("credit granted 30, paid for by the plan as far as the price goes; the rest is a promotional lot")
                        .given(with(new PlanCreated(LEDGER, PLAN, NAME, Club.terms(eur(3_000)), null)))
                        .when(START)
                        .accepted(
                                started(ENDS, eur(3_000), PRICE),
                                granted(
                                        6_000,
                                        List.of(
                                                Posting.debit(new MembershipDeferred(), eur(2_000)),
                                                Posting.debit(new MembershipCredits(), eur(1_000))),
                                        given(0, 2_000, Funder.plan()),
                                        given(1, 1_000, Funder.ledger()))),
                row("a plan without a credit")
                        .given(with(new PlanCreated(LEDGER, PLAN, NAME, Club.terms(null), null)))
                        .when(START)
                        .accepted(started(ENDS, eur(3_000), PRICE)));
    }

    private static Stream<Row> notStarting() {
        return Stream.of(
                row("no wallet joins").given(PLAN_CREATED).when(START).absent(Absence.WALLET_NOT_FOUND),
                row("another ledger's wallet does not join")
                        .given(OPENED, PLAN_CREATED)
                        .when(new StartMembership(NEIGHBOUR, MEMBERSHIP, WALLET, PLAN, TILL, null))
                        .absent(Absence.WALLET_NOT_FOUND),
                row("an erased wallet does not join")
                        .given(OPENED, CLOSED, ERASED, PLAN_CREATED)
                        .when(START)
                        .absent(Absence.WALLET_ERASED),
                row("no plan is joined").given(OPENED, CLOSED).when(START).absent(Absence.PLAN_NOT_FOUND),
                row("another ledger's plan is not joined")
                        .given(OPENED, new PlanCreated(NEIGHBOUR, PLAN, NAME, Club.TERMS, null))
                        .when(START)
                        .absent(Absence.PLAN_NOT_FOUND),
                row("a membership starts once, whatever the wallet")
                        .given(member(CANCELLED, over(2_000), CLOSED))
                        .when(START)
                        .refused(MembershipRefusal.MEMBERSHIP_ALREADY_EXISTS),
                row("a closed wallet does not join, whatever the plan")
                        .given(OPENED, CLOSED, PLAN_CREATED, PLAN_RETIRED)
                        .when(START)
                        .refused(MembershipRefusal.WALLET_CLOSED),
                row("a retired plan takes no new members, whoever they are")
                        .given(member(PLAN_RETIRED))
                        .when(another(PLAN))
                        .refused(MembershipRefusal.PLAN_RETIRED),
                row("who is a member does not join again, whatever the cash")
                        .given(member(FROZEN))
                        .when(another(PLAN))
                        .refused(MembershipRefusal.ALREADY_A_MEMBER),
                row("who has cancelled is a member to the end of the period")
                        .given(member(CANCELLED))
                        .when(another(PLAN))
                        .refused(MembershipRefusal.ALREADY_A_MEMBER),
                row("who has lapsed renews and does not join again")
                        .given(member(over(2_000)))
                        .when(another(PLAN))
                        .refused(MembershipRefusal.ALREADY_A_MEMBER),
                row("a member of twenty plans does not join one more, frozen or not")
                        .given(memberOfMany(FROZEN))
                        .when(START)
                        .refused(MembershipRefusal.TOO_MANY_MEMBERSHIPS),
                row("a frozen wallet does not join, full or not")
                        .given(full(PLAN_CREATED, FROZEN))
                        .when(START)
                        .refused(MembershipRefusal.WALLET_FROZEN),
                row("a wallet without room for two lots does not join, whatever the cash")
                        .given(full(PLAN_CREATED))
                        .when(START)
                        .refused(MembershipRefusal.TOO_MANY_OPEN_LOTS),
                row("credit pays for no membership")
                        .given(OPENED, PLAN_CREATED, cents(1_999), promotion(1_000))
                        .when(START)
                        .refused(MembershipRefusal.INSUFFICIENT_CASH),
                row("money of another currency pays for no membership")
                        .given(OPENED, PLAN_CREATED)
                        .when(START)
                        .refused(MembershipRefusal.INSUFFICIENT_CASH));
    }

    private static Stream<Row> renewing() {
        return Stream.of(
                row("membership period over and renewed: what is left of the price is earned first")
                        .given(memberUntil(NOW))
                        .when(RENEW)
                        .accepted(
                                over(2_000),
                                renewed(),
                                granted(
                                        2_000,
                                        List.of(Posting.debit(new MembershipDeferred(), eur(1_000))),
                                        given(0, 1_000, Funder.plan()))),
                row("a lapsed membership is renewed")
                        .given(memberUntil(NOW, over(2_000)))
                        .when(RENEW)
                        .accepted(
                                renewed(),
                                granted(
                                        2_000,
                                        List.of(Posting.debit(new MembershipDeferred(), eur(1_000))),
                                        given(0, 1_000, Funder.plan()))),
                row("a retired plan renews the members that it has")
                        .given(memberUntil(NOW, PLAN_RETIRED, over(2_000)))
                        .when(RENEW)
                        .accepted(
                                renewed(),
                                granted(
                                        2_000,
                                        List.of(Posting.debit(new MembershipDeferred(), eur(1_000))),
                                        given(0, 1_000, Funder.plan()))));
    }

    private static Stream<Row> notRenewing() {
        return Stream.of(
                row("no membership is renewed")
                        .given(with(PLAN_CREATED))
                        .when(RENEW)
                        .absent(Absence.MEMBERSHIP_NOT_FOUND),
                row("another ledger's membership is not renewed")
                        .given(member(over(2_000)))
                        .when(new RenewMembership(NEIGHBOUR, MEMBERSHIP, WALLET, PLAN))
                        .absent(Absence.MEMBERSHIP_NOT_FOUND),
                row("a membership of another plan is not renewed")
                        .given(member(over(2_000), new PlanCreated(LEDGER, OTHER_PLAN, NAME, Club.TERMS, null)))
                        .when(new RenewMembership(LEDGER, MEMBERSHIP, WALLET, OTHER_PLAN))
                        .absent(Absence.MEMBERSHIP_NOT_FOUND),
                row("an erased wallet's membership is not renewed")
                        .given(member(CANCELLED, over(2_000), CLOSED, ERASED))
                        .when(RENEW)
                        .absent(Absence.WALLET_ERASED),
                row("a closed wallet's membership is not renewed, cancelled or not")
                        .given(member(CANCELLED, over(2_000), CLOSED))
                        .when(RENEW)
                        .refused(MembershipRefusal.WALLET_CLOSED),
                row("a cancelled membership is not renewed, due or not")
                        .given(member(CANCELLED))
                        .when(RENEW)
                        .refused(MembershipRefusal.MEMBERSHIP_CANCELLED),
                row("a membership that has ended is not renewed")
                        .given(member(CANCELLED, over(2_000)))
                        .when(RENEW)
                        .refused(MembershipRefusal.MEMBERSHIP_CANCELLED),
                row("a membership is not renewed before its end, frozen or not")
                        .given(memberUntil(NOW.plusNanos(1_000), FROZEN))
                        .when(RENEW)
                        .refused(MembershipRefusal.MEMBERSHIP_NOT_DUE),
                row("a frozen wallet's membership is not renewed")
                        .given(memberUntil(NOW, FROZEN))
                        .when(RENEW)
                        .refused(MembershipRefusal.WALLET_FROZEN),
                row("a renewal that the cash does not cover")
                        .given(
                                OPENED,
                                PLAN_CREATED,
                                cents(2_000),
                                started(NOW, eur(0), cashOf(2_000)),
                                promotion(2_000))
                        .when(RENEW)
                        .refused(MembershipRefusal.INSUFFICIENT_CASH));
    }

    private static Stream<Row> cancelling() {
        return Stream.of(
                row("cancel only stops the renewal")
                        .given(member())
                        .when(CANCEL)
                        .accepted(CANCELLED),
                row("a lapsed membership is cancelled")
                        .given(member(over(2_000)))
                        .when(CANCEL)
                        .accepted(CANCELLED),
                row("a membership is cancelled once")
                        .given(member(CANCELLED))
                        .when(CANCEL)
                        .refused(MembershipRefusal.MEMBERSHIP_ALREADY_CANCELLED),
                row("no membership is cancelled").given(OPENED).when(CANCEL).absent(Absence.MEMBERSHIP_NOT_FOUND),
                row("another ledger's membership is not cancelled")
                        .given(member())
                        .when(new CancelMembership(NEIGHBOUR, MEMBERSHIP, WALLET))
                        .absent(Absence.MEMBERSHIP_NOT_FOUND),
                row("an erased wallet's membership is not cancelled")
                        .given(member(CANCELLED, over(2_000), CLOSED, ERASED))
                        .when(CANCEL)
                        .absent(Absence.WALLET_ERASED),
                row("a closed wallet's membership is not cancelled, running or not")
                        .given(member(over(2_000), CLOSED))
                        .when(CANCEL)
                        .refused(MembershipRefusal.WALLET_CLOSED));
    }

    private static Stream<Row> ending() {
        var close = new CloseWallet(WALLET);
        return Stream.of(
                row("membership period over")
                        .given(memberUntil(NOW))
                        .when(new SettleOverdue(WALLET))
                        .accepted(over(2_000)),
                row("membership period over, cancelled")
                        .given(memberUntil(NOW, CANCELLED))
                        .when(new SettleOverdue(WALLET))
                        .accepted(over(2_000)),
                row("membership period over, when credit has taken all of the price")
                        .given(memberUntil(NOW, gaveAll()))
                        .when(new SettleOverdue(WALLET))
                        .accepted(new MembershipPeriodEnded(MEMBERSHIP, WALLET, eur(0), null)),
                row("a period is over once")
                        .given(memberUntil(NOW, over(2_000)))
                        .when(new SettleOverdue(WALLET))
                        .alreadyKnown(),
                row("a period is not over before its end")
                        .given(memberUntil(NOW.plusNanos(1_000)))
                        .when(new SettleOverdue(WALLET))
                        .alreadyKnown(),
                row("a wallet closes with its memberships cancelled: what is deferred is earned")
                        .given(empty(CANCELLED))
                        .when(close)
                        .accepted(over(2_000), CLOSED),
                row("a wallet whose membership lapsed closes")
                        .given(empty(over(2_000)))
                        .when(close)
                        .accepted(CLOSED),
                row("a wallet with a membership that is renewed does not close")
                        .given(empty())
                        .when(close)
                        .refused(WalletRefusal.MEMBERSHIP_RUNNING));
    }

    /** The wallet has 50.00. */
    private static Event[] with(Event... more) {
        return events(List.of(OPENED, requested(TOP_UP, eur(5_000)), cents(5_000)), more);
    }

    private static Event[] member(Event... more) {
        return memberUntil(NOW.plusSeconds(86_400), more);
    }

    private static Event[] memberUntil(Instant end, Event... more) {
        return events(List.of(with(PLAN_CREATED, started(end, eur(3_000), PRICE))), more);
    }

    /** The wallet had 20.00, and paid with it. */
    private static Event[] empty(Event... more) {
        var until = NOW.plusSeconds(86_400);
        return events(List.of(OPENED, PLAN_CREATED, cents(2_000), started(until, eur(0), cashOf(2_000))), more);
    }

    private static Event[] full(Event... more) {
        return events(List.of(CreditRows.full()).subList(0, 1_000), more);
    }

    private static Event[] memberOfMany(Event... more) {
        var events = new ArrayList<Event>(List.of(with(PLAN_CREATED)));
        for (var number = 0; number < OpenMemberships.MAX; number++) {
            events.add(new MembershipStarted(
                    LEDGER,
                    new MembershipId(new UUID(12, 100 + number)),
                    WALLET,
                    new PlanId(new UUID(11, 100 + number)),
                    TILL,
                    eur(1),
                    BENEFITS,
                    ENDS,
                    eur(4_999 - number),
                    List.of(cashOf(1)),
                    null,
                    JournalEntry.of(
                            Posting.debit(PopUp.cash(), eur(1)), Posting.credit(new MembershipDeferred(), eur(1)))));
        }
        return events(events, more);
    }

    private static Event[] events(List<Event> some, Event... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toArray(Event[]::new);
    }

    private static Event cents(long cents) {
        return succeeded(TOP_UP, eur(cents), eur(cents));
    }

    private static Lot cashOf(long cents) {
        return Lot.cash(LotId.of(TOP_UP), eur(cents), EARLIER);
    }

    private static Event promotion(long cents) {
        return new CreditGranted(
                LEDGER,
                WALLET,
                TILL,
                Lot.credit(new LotId(new UUID(7, 7)), eur(cents), EARLIER, null, Funder.ledger()),
                eur(cents),
                null,
                JournalEntry.of(
                        Posting.debit(new MembershipCredits(), eur(cents)), Posting.credit(credit(), eur(cents))));
    }

    private static StartMembership another(PlanId plan) {
        return new StartMembership(LEDGER, new MembershipId(new UUID(12, 2)), WALLET, plan, TILL, null);
    }

    private static MembershipRenewed renewed() {
        return new MembershipRenewed(MEMBERSHIP, WALLET, eur(2_000), ENDS, eur(1_000), List.of(PRICE), paid());
    }

    private static Event gaveAll() {
        return new MembershipCreditGranted(
                MEMBERSHIP,
                WALLET,
                eur(2_000),
                eur(5_000),
                List.of(Lot.credit(lot(1, 0), eur(2_000), EARLIER, null, Funder.plan())),
                JournalEntry.of(
                        Posting.debit(new MembershipDeferred(), eur(2_000)), Posting.credit(credit(), eur(2_000))));
    }

    private static Lot given(int part, long cents, Funder funder) {
        var until = NOW.plus(Duration.ofDays(14));
        return Lot.credit(lot(ENDS.toEpochMilli(), part), eur(cents), NOW, until, funder);
    }

    private static MembershipCreditGranted granted(long available, List<Posting> debits, Lot... lots) {
        var cents = Stream.of(lots).mapToLong(lot -> lot.amount().amount()).sum();
        var postings = new ArrayList<>(debits);
        postings.add(Posting.credit(credit(), eur(cents)));
        return new MembershipCreditGranted(
                MEMBERSHIP,
                WALLET,
                eur(cents),
                eur(available),
                Stream.of(lots).sorted(BurnDown.ORDER).toList(),
                new JournalEntry(postings));
    }
}
