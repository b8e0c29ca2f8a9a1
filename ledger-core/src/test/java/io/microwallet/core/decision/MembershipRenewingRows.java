package io.microwallet.core.decision;

import static io.microwallet.core.decision.Members.CLOSED;
import static io.microwallet.core.decision.Members.ENDS;
import static io.microwallet.core.decision.Members.ERASED;
import static io.microwallet.core.decision.Members.FROZEN;
import static io.microwallet.core.decision.Members.PRICE;
import static io.microwallet.core.decision.Members.cashOf;
import static io.microwallet.core.decision.Members.cents;
import static io.microwallet.core.decision.Members.limits;
import static io.microwallet.core.decision.Members.member;
import static io.microwallet.core.decision.Members.memberUntil;
import static io.microwallet.core.decision.Members.planCredit;
import static io.microwallet.core.decision.Members.promotion;
import static io.microwallet.core.decision.Members.with;
import static io.microwallet.core.given.Club.CANCELLED;
import static io.microwallet.core.given.Club.MEMBERSHIP;
import static io.microwallet.core.given.Club.PLAN;
import static io.microwallet.core.given.Club.PLAN_CREATED;
import static io.microwallet.core.given.Club.PLAN_RETIRED;
import static io.microwallet.core.given.Club.RENEW;
import static io.microwallet.core.given.Club.over;
import static io.microwallet.core.given.Club.paid;
import static io.microwallet.core.given.Club.started;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.given.Club;
import io.microwallet.core.given.Row;
import io.microwallet.core.membership.MembershipCommand.RenewMembership;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.membership.MembershipRefusal;
import io.microwallet.core.membership.PlanId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** When another period is paid. */
final class MembershipRenewingRows {
    private static final PlanId OTHER_PLAN = new PlanId(new UUID(11, 2));

    private MembershipRenewingRows() {}

    static Stream<Row> rows() {
        return Stream.of(renewing(), notRenewing()).flatMap(rows -> rows);
    }

    private static Stream<Row> renewing() {
        return Stream.of(
                row("membership period over and renewed: what is left of the price is earned first")
                        .given(memberUntil(NOW))
                        .when(RENEW)
                        .accepted(over(2_000), renewed(), planCredit(2_000)),
                row("a lapsed membership is renewed")
                        .given(memberUntil(NOW, over(2_000)))
                        .when(RENEW)
                        .accepted(renewed(), planCredit(2_000)),
                row("a retired plan renews the members that it has")
                        .given(memberUntil(NOW, PLAN_RETIRED, over(2_000)))
                        .when(RENEW)
                        .accepted(renewed(), planCredit(2_000)),
                row("a renewal may bring a wallet to its ledger's limits")
                        .given(memberUntil(NOW, over(2_000), LEDGER_CREATED, limits(2_000, 2)))
                        .when(RENEW)
                        .accepted(renewed(), planCredit(2_000)),
                row("a membership that lapsed for want of room is renewed when there is room")
                        .given(memberUntil(NOW, LEDGER_CREATED, limits(1, 1), over(2_000), limits(2_000, 2)))
                        .when(RENEW)
                        .accepted(renewed(), planCredit(2_000)));
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
                row("a renewal whose credit takes the wallet beyond what it may hold, full or not")
                        .given(memberUntil(NOW, LEDGER_CREATED, limits(1_999, 1)))
                        .when(RENEW)
                        .refused(MembershipRefusal.BALANCE_LIMIT_EXCEEDED),
                row("a renewal whose credit finds no room for its lot")
                        .given(memberUntil(NOW, LEDGER_CREATED, limits(2_000, 1)))
                        .when(RENEW)
                        .refused(MembershipRefusal.TOO_MANY_OPEN_LOTS),
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

    private static MembershipRenewed renewed() {
        return new MembershipRenewed(MEMBERSHIP, WALLET, eur(2_000), ENDS, eur(1_000), List.of(PRICE), paid());
    }
}
