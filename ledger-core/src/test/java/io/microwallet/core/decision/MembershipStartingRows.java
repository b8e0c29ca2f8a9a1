package io.microwallet.core.decision;

import static io.microwallet.core.decision.Members.CLOSED;
import static io.microwallet.core.decision.Members.ENDS;
import static io.microwallet.core.decision.Members.ERASED;
import static io.microwallet.core.decision.Members.FROZEN;
import static io.microwallet.core.decision.Members.PRICE;
import static io.microwallet.core.decision.Members.cashOf;
import static io.microwallet.core.decision.Members.cents;
import static io.microwallet.core.decision.Members.events;
import static io.microwallet.core.decision.Members.given;
import static io.microwallet.core.decision.Members.granted;
import static io.microwallet.core.decision.Members.limits;
import static io.microwallet.core.decision.Members.member;
import static io.microwallet.core.decision.Members.planCredit;
import static io.microwallet.core.decision.Members.promotion;
import static io.microwallet.core.decision.Members.with;
import static io.microwallet.core.given.Club.BENEFITS;
import static io.microwallet.core.given.Club.CANCELLED;
import static io.microwallet.core.given.Club.MEMBERSHIP;
import static io.microwallet.core.given.Club.PLAN;
import static io.microwallet.core.given.Club.PLAN_CREATED;
import static io.microwallet.core.given.Club.PLAN_RETIRED;
import static io.microwallet.core.given.Club.START;
import static io.microwallet.core.given.Club.over;
import static io.microwallet.core.given.Club.started;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.given.Club;
import io.microwallet.core.given.PopUp;
import io.microwallet.core.given.Row;
import io.microwallet.core.journal.Account.MembershipCredits;
import io.microwallet.core.journal.Account.MembershipDeferred;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.membership.MembershipCommand.StartMembership;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.MembershipRefusal;
import io.microwallet.core.membership.OpenMemberships;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Funder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a member joins. */
final class MembershipStartingRows {
    private MembershipStartingRows() {}

    static Stream<Row> rows() {
        return Stream.of(starting(), notStarting()).flatMap(rows -> rows);
    }

    private static Stream<Row> starting() {
        return Stream.of(
                row("membership paid 20 (cash only), credit granted 10, paid for by the plan")
                        .given(with(PLAN_CREATED))
                        .when(START)
                        .accepted(started(ENDS, eur(3_000), PRICE), planCredit(4_000)),
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
                        .accepted(started(ENDS, eur(3_000), PRICE)),
                row("a plan without a credit needs no room for one")
                        .given(fullBut(1, cents(5_000), plan(null)))
                        .when(START)
                        .accepted(started(ENDS, eur(3_000), PRICE)),
                row("a wallet may come to its ledger's limits, with the price paid and the credit given")
                        .given(with(LEDGER_CREATED, limits(4_000, 2), PLAN_CREATED))
                        .when(START)
                        .accepted(started(ENDS, eur(3_000), PRICE), planCredit(4_000)),
                row("a plan without a credit takes a wallet nowhere, though it has more than it may")
                        .given(with(LEDGER_CREATED, limits(1, 1), plan(null)))
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
                row("a wallet does not join where the plan's credit takes it beyond what it may hold, full or not")
                        .given(events(
                                List.of(full(plan(eur(3_000)))),
                                LEDGER_CREATED,
                                limits(1_199, Limits.DEFAULT.openLots())))
                        .when(START)
                        .refused(MembershipRefusal.BALANCE_LIMIT_EXCEEDED),
                row("a wallet does not join for a credit of one cent more than it may hold")
                        .given(with(LEDGER_CREATED, limits(3_999, 200), PLAN_CREATED))
                        .when(START)
                        .refused(MembershipRefusal.BALANCE_LIMIT_EXCEEDED),
                row("a wallet without room for the plan's credit does not join, whatever the cash")
                        .given(full(PLAN_CREATED))
                        .when(START)
                        .refused(MembershipRefusal.TOO_MANY_OPEN_LOTS),
                row("a credit beyond the price is two lots, whatever the cash")
                        .given(fullBut(1, plan(eur(2_001))))
                        .when(START)
                        .refused(MembershipRefusal.TOO_MANY_OPEN_LOTS),
                row("a credit that the price pays for is one lot, and then the cash is looked at")
                        .given(fullBut(1, plan(eur(2_000))))
                        .when(START)
                        .refused(MembershipRefusal.INSUFFICIENT_CASH),
                row("credit pays for no membership")
                        .given(OPENED, PLAN_CREATED, cents(1_999), promotion(1_000))
                        .when(START)
                        .refused(MembershipRefusal.INSUFFICIENT_CASH),
                row("money of another currency pays for no membership")
                        .given(OPENED, PLAN_CREATED)
                        .when(START)
                        .refused(MembershipRefusal.INSUFFICIENT_CASH));
    }

    private static PlanCreated plan(@Nullable Money credit) {
        return new PlanCreated(LEDGER, PLAN, NAME, Club.terms(credit), NAME);
    }

    private static Event[] full(Event... more) {
        return fullBut(0, more);
    }

    /** The wallet waits for as many top-ups as it may have lots, but for so many. */
    private static Event[] fullBut(int lots, Event... more) {
        return events(List.of(CreditRows.full()).subList(0, 1 + Limits.DEFAULT.openLots() - lots), more);
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

    private static StartMembership another(PlanId plan) {
        return new StartMembership(LEDGER, new MembershipId(new UUID(12, 2)), WALLET, plan, TILL, null);
    }
}
