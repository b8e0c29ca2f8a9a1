package io.microwallet.eventstore.check;

import io.microwallet.eventstore.check.TamperingTest.Tampering;
import io.microwallet.eventstore.check.finding.FindingKind;
import java.util.List;

/** Refunds, chargebacks and payouts that nobody asked the rules for. */
final class MoneyBackRows {
    private static final long NEXT = Booked.LAST + 1;

    private MoneyBackRows() {}

    static List<Tampering> all() {
        return List.of(
                back(
                        "a purchase refunded twice",
                        FindingKind.REFUND_ABOVE_PURCHASE,
                        NEXT + 1,
                        ForgedRefunds::refundedTwice),
                back(
                        "a refund of more than it undoes",
                        FindingKind.REFUND_ABOVE_PURCHASE,
                        NEXT,
                        ForgedRefunds::moreThanUndone),
                back(
                        "a card asked for what was charged back",
                        FindingKind.SOURCE_ASKED_ABOVE,
                        NEXT + 1,
                        ForgedRefunds::askedOfAnEmptySource),
                back("a part sent back twice", FindingKind.SENT_UNASKED, NEXT + 2, ForgedRefunds::settledTwice),
                back("a part that came back twice", FindingKind.SENT_UNASKED, NEXT + 2, ForgedRefunds::failedTwice),
                back(
                        "a part sent back that is another sum",
                        FindingKind.SENT_UNASKED,
                        NEXT + 1,
                        ForgedRefunds::settledAnotherSum),
                back("a payout that nobody asked for", FindingKind.SENT_UNASKED, NEXT, ForgedRefunds::paidOutUnasked),
                back(
                        "a merchant paid more than it is owed",
                        FindingKind.CASH_OUT_NOT_COVERED,
                        NEXT,
                        ForgedRefunds::paidOutMoreThanOwed),
                back(
                        "a merchant paid what was refunded before",
                        FindingKind.CASH_OUT_NOT_COVERED,
                        NEXT + 1,
                        ForgedRefunds::paidOutWhatWasRefunded),
                back(
                        "a merchant paid the same payable twice",
                        FindingKind.CASH_OUT_NOT_COVERED,
                        NEXT + 1,
                        ForgedRefunds::paidOutTwice),
                TamperingTest.row(
                        "a processor's payout booked twice",
                        FindingKind.SENT_UNASKED,
                        NEXT + 1,
                        (forger, booked) -> new ForgedSettlements(forger).twice()),
                TamperingTest.row(
                        "a processor's payout of another sum than was told",
                        FindingKind.SENT_UNASKED,
                        NEXT,
                        (forger, booked) -> new ForgedSettlements(forger).anotherSum()),
                back(
                        "a chargeback that nobody owes",
                        FindingKind.RECEIVABLE_DIFFERS,
                        NEXT,
                        ForgedRefunds::owedByNobody));
    }

    @FunctionalInterface
    interface MoneyBack {
        void in(ForgedRefunds refunds) throws Exception;
    }

    private static Tampering back(String what, FindingKind kind, long position, MoneyBack deed) {
        return TamperingTest.row(what, kind, position, (forger, booked) -> deed.in(new ForgedRefunds(forger)));
    }
}
