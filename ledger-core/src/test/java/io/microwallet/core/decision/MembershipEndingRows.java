package io.microwallet.core.decision;

import static io.microwallet.core.decision.Members.CLOSED;
import static io.microwallet.core.decision.Members.ERASED;
import static io.microwallet.core.decision.Members.cashOf;
import static io.microwallet.core.decision.Members.cents;
import static io.microwallet.core.decision.Members.events;
import static io.microwallet.core.decision.Members.member;
import static io.microwallet.core.decision.Members.memberUntil;
import static io.microwallet.core.given.Club.CANCEL;
import static io.microwallet.core.given.Club.CANCELLED;
import static io.microwallet.core.given.Club.MEMBERSHIP;
import static io.microwallet.core.given.Club.PLAN_CREATED;
import static io.microwallet.core.given.Club.credit;
import static io.microwallet.core.given.Club.lot;
import static io.microwallet.core.given.Club.over;
import static io.microwallet.core.given.Club.started;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.given.Row;
import io.microwallet.core.journal.Account.MembershipDeferred;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.membership.MembershipCommand.CancelMembership;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipRefusal;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import io.microwallet.core.wallet.WalletRefusal;
import java.util.List;
import java.util.stream.Stream;

/** When a membership is cancelled, and when its period is over. */
final class MembershipEndingRows {
    private MembershipEndingRows() {}

    static Stream<Row> rows() {
        return Stream.of(cancelling(), ending()).flatMap(rows -> rows);
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
                        .accepted(new MembershipPeriodEnded(MEMBERSHIP, WALLET, eur(0), NOW, null)),
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
                        .accepted(over(2_000, null), CLOSED),
                row("a wallet whose membership lapsed closes")
                        .given(empty(over(2_000)))
                        .when(close)
                        .accepted(CLOSED),
                row("a wallet with a membership that is renewed does not close")
                        .given(empty())
                        .when(close)
                        .refused(WalletRefusal.MEMBERSHIP_RUNNING));
    }

    /** The wallet had 20.00, and paid with it. */
    private static Event[] empty(Event... more) {
        var until = NOW.plusSeconds(86_400);
        return events(List.of(OPENED, PLAN_CREATED, cents(2_000), started(until, eur(0), cashOf(2_000))), more);
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
}
