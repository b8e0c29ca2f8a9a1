package io.microwallet.core.decision;

import static io.microwallet.core.decision.Disputes.ALL_AND_MORE;
import static io.microwallet.core.decision.Disputes.NOBODYS;
import static io.microwallet.core.decision.Disputes.SPENT;
import static io.microwallet.core.decision.Disputes.collected;
import static io.microwallet.core.decision.Disputes.owed;
import static io.microwallet.core.decision.Disputes.writtenOff;
import static io.microwallet.core.decision.Returns.BAD_DEBT;
import static io.microwallet.core.decision.Returns.CLEARING;
import static io.microwallet.core.decision.Returns.CLOSED;
import static io.microwallet.core.decision.Returns.DISPUTE;
import static io.microwallet.core.decision.Returns.FIRST;
import static io.microwallet.core.decision.Returns.OWED;
import static io.microwallet.core.decision.Returns.REFUND;
import static io.microwallet.core.decision.Returns.SECOND;
import static io.microwallet.core.decision.Returns.UNCLAIMED;
import static io.microwallet.core.decision.Returns.UNEXPLAINED;
import static io.microwallet.core.decision.Returns.contradicted;
import static io.microwallet.core.decision.Returns.dispute;
import static io.microwallet.core.decision.Returns.disputeOfNobody;
import static io.microwallet.core.decision.Returns.entry;
import static io.microwallet.core.decision.Returns.lot;
import static io.microwallet.core.decision.Returns.paid;
import static io.microwallet.core.decision.Returns.report;
import static io.microwallet.core.decision.Returns.reportWon;
import static io.microwallet.core.decision.Returns.toppedUp;
import static io.microwallet.core.decision.Returns.won;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.PAYMENT;
import static io.microwallet.core.given.PopUp.PROCESSOR;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.cash;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.failed;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.PopUp.unclaimed;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;

import io.microwallet.core.chargeback.ChargebackCommand.ReportDisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.decision.Returns.Given;
import io.microwallet.core.given.Row;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundRefusal;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import java.util.List;
import java.util.stream.Stream;

/** What a processor gives again, in any order. */
final class DisputeWonRows {
    private static final DisputeWon ALL_BACK = won(
            SPENT.dispute(),
            3_000,
            new Given(1_500, 0, lot(FIRST, 1_500), 0, 0),
            1_500L,
            credit(OWED, eur(1_500)),
            credit(cash(), eur(1_500)));

    private static final DisputeWon FIRST_PART =
            won(SPENT.dispute(), 700, new Given(700, 0, null, 0, 0), 0L, credit(OWED, eur(700)));

    private static final DisputeWon LAST_PART = won(
            SPENT.dispute(),
            2_300,
            new Given(800, 0, lot(FIRST, 1_500), 0, 0),
            1_500L,
            credit(OWED, eur(800)),
            credit(cash(), eur(1_500)));

    private static final DisputeWon CASH_AGAIN = won(
            dispute(FIRST, 3_000, null),
            3_000,
            new Given(0, 0, lot(FIRST, 3_000), 0, 0),
            3_000L,
            credit(cash(), eur(3_000)));

    private DisputeWonRows() {}

    static Stream<Row> rows() {
        return Stream.of(wonBack(), inParts(), beforeSuccess(), wonFirst()).flatMap(rows -> rows);
    }

    private static Stream<Row> wonBack() {
        var spent = dispute(FIRST, 3_000, null);
        return Stream.of(
                row("dispute won: the receivable first, then the cash lot")
                        .given(paid(SPENT))
                        .when(reportWon(spent, 3_000))
                        .accepted(ALL_BACK),
                row("dispute won: what is owed, then bad debt as far as it was written off, then cash")
                        .given(paid(SPENT, writtenOff(1_000)))
                        .when(reportWon(spent, 3_000))
                        .accepted(won(
                                spent,
                                3_000,
                                new Given(500, 1_000, lot(FIRST, 1_500), 0, 0),
                                1_500L,
                                credit(BAD_DEBT, eur(1_000)),
                                credit(OWED, eur(500)),
                                credit(cash(), eur(1_500)))),
                row("a dispute won in part")
                        .given(paid(SPENT))
                        .when(reportWon(spent, 700))
                        .accepted(FIRST_PART),
                row("a dispute won when the wallet is closed: what is left is unclaimed")
                        .given(toppedUp(ALL_AND_MORE, CLOSED))
                        .when(reportWon(dispute(FIRST, 4_000, null), 4_000))
                        .accepted(won(
                                dispute(FIRST, 4_000, null),
                                4_000,
                                new Given(0, 0, null, 4_000, 0),
                                null,
                                credit(UNCLAIMED, eur(4_000)))),
                row("a dispute won that was nobody's: explained")
                        .given(NOBODYS)
                        .when(reportWon(disputeOfNobody(5_000), 5_000))
                        .accepted(won(
                                disputeOfNobody(5_000),
                                5_000,
                                new Given(0, 0, null, 0, 5_000),
                                null,
                                credit(UNEXPLAINED, eur(5_000)))));
    }

    private static Stream<Row> inParts() {
        var spent = SPENT.dispute();
        var yen = Money.of(3_000, "JPY");
        return Stream.of(
                row("a dispute won for more than was taken: the excess is unclaimed")
                        .given(paid(SPENT))
                        .when(reportWon(spent, 5_000))
                        .accepted(won(
                                spent,
                                5_000,
                                new Given(1_500, 0, lot(FIRST, 1_500), 2_000, 0),
                                1_500L,
                                credit(UNCLAIMED, eur(2_000)),
                                credit(OWED, eur(1_500)),
                                credit(cash(), eur(1_500)))),
                row("a dispute won for more than was taken that was nobody's: the excess is unclaimed")
                        .given(NOBODYS)
                        .when(reportWon(disputeOfNobody(5_000), 6_000))
                        .accepted(won(
                                disputeOfNobody(5_000),
                                6_000,
                                new Given(0, 0, null, 1_000, 5_000),
                                null,
                                credit(UNEXPLAINED, eur(5_000)),
                                credit(UNCLAIMED, eur(1_000)))),
                row("a dispute won in a currency in which nothing was taken: unclaimed")
                        .given(paid(SPENT))
                        .when(new ReportDisputeWon(LEDGER, Returns.CHARGEBACK, spent, yen))
                        .accepted(wonYen(spent, yen)),
                row("a dispute won in a further part: the receivable first, then the cash lot")
                        .given(paid(SPENT, FIRST_PART))
                        .when(reportWon(spent, 2_300))
                        .accepted(LAST_PART),
                row("a further part beyond what was taken: an exception")
                        .given(paid(SPENT, FIRST_PART))
                        .when(reportWon(spent, 2_301))
                        .accepted(contradicted(spent, spent, 2_301L)),
                row("a further part beyond what was taken, told twice: one exception")
                        .given(paid(SPENT, FIRST_PART, contradicted(spent, spent, 2_301L)))
                        .when(reportWon(spent, 2_301))
                        .alreadyKnown(),
                row("a dispute won for less after it was won for all: an exception")
                        .given(paid(SPENT, FIRST_PART, LAST_PART))
                        .when(reportWon(spent, 1))
                        .accepted(contradicted(spent, spent, 1L)),
                row("each part of a dispute that was won, told twice")
                        .given(paid(SPENT, FIRST_PART, LAST_PART))
                        .when(reportWon(spent, 700))
                        .alreadyKnown());
    }

    private static DisputeWon wonYen(Dispute spent, Money yen) {
        var none = Money.zero(yen.currency());
        return new DisputeWon(
                LEDGER,
                Returns.CHARGEBACK,
                spent,
                yen,
                none,
                none,
                null,
                yen,
                none,
                none,
                entry(debit(CLEARING, yen), credit(UNCLAIMED, yen)));
    }

    private static Stream<Row> beforeSuccess() {
        var spent = dispute(FIRST, 3_000, null);
        var yen = Money.of(3_000, "JPY");
        var inYen = new Dispute(PROCESSOR, DISPUTE, FIRST, WALLET, yen, null);
        return Stream.of(
                row("a dispute won before the top-up's success: what the member's other cash paid is cash")
                        .given(paidByOtherCash())
                        .when(reportWon(spent, 3_000))
                        .accepted(CASH_AGAIN),
                row("a dispute won of a top-up that was called failed: what the member's other cash paid is cash")
                        .given(paidByOtherCash(failed(FIRST)))
                        .when(reportWon(spent, 3_000))
                        .accepted(CASH_AGAIN),
                row("a top-up that succeeds after its dispute was won is the same lot")
                        .given(paidByOtherCash(CASH_AGAIN))
                        .when(new ReportTopUpSucceeded(FIRST, WALLET, eur(3_000), PAYMENT))
                        .accepted(new TopUpSucceeded(
                                FIRST,
                                WALLET,
                                eur(3_000),
                                PAYMENT,
                                eur(6_000),
                                EARLIER,
                                entry(debit(CLEARING, eur(3_000)), credit(cash(), eur(3_000))))),
                row("a top-up that comes in another currency than its dispute gave: unclaimed")
                        .given(paidByOtherCash(CASH_AGAIN))
                        .when(new ReportTopUpSucceeded(FIRST, WALLET, yen, PAYMENT))
                        .accepted(unclaimed(FIRST, yen)),
                row("what was charged back in the currency that came in the end is not asked back once more")
                        .given(
                                OPENED,
                                requested(FIRST, eur(3_000)),
                                owedIn(inYen),
                                new TopUpSucceeded(
                                        FIRST,
                                        WALLET,
                                        yen,
                                        PAYMENT,
                                        yen,
                                        null,
                                        entry(debit(CLEARING, yen), credit(cash(), yen))),
                                writtenOffYen(yen))
                        .when(new ReturnUnspent(LEDGER, REFUND, WALLET, TILL, List.of(FIRST), null, null))
                        .refused(RefundRefusal.NOTHING_TO_RETURN));
    }

    /** The first top-up was taken back before it came; the second paid for it. */
    private static Event[] paidByOtherCash(Event... more) {
        var before = Stream.of(
                OPENED,
                requested(FIRST, eur(3_000)),
                owed(3_000, 0L),
                requested(SECOND, eur(3_000)),
                succeeded(SECOND, eur(3_000), eur(3_000)),
                collected(lot(SECOND, 3_000), 0));
        return Stream.concat(before, Stream.of(more)).toArray(Event[]::new);
    }

    private static ChargedBack owedIn(Dispute dispute) {
        var amount = dispute.amount();
        var none = Money.zero(amount.currency());
        return new ChargedBack(
                LEDGER,
                Returns.CHARGEBACK,
                dispute,
                List.of(),
                amount,
                none,
                none,
                null,
                none,
                entry(debit(OWED, amount), credit(CLEARING, amount)));
    }

    private static ReceivableWrittenOff writtenOffYen(Money yen) {
        return new ReceivableWrittenOff(
                LEDGER, WALLET, TILL, yen, null, entry(debit(BAD_DEBT, yen), credit(OWED, yen)));
    }

    private static Stream<Row> wonFirst() {
        var spent = dispute(FIRST, 3_000, null);
        return Stream.of(
                row("a dispute won before its chargeback was told: both are booked")
                        .given(paid())
                        .when(reportWon(spent, 3_000))
                        .accepted(SPENT, ALL_BACK),
                row("a chargeback told after its dispute was won")
                        .given(paid(SPENT, ALL_BACK))
                        .when(report(spent))
                        .alreadyKnown(),
                row("a dispute won twice")
                        .given(paid(SPENT, ALL_BACK))
                        .when(reportWon(spent, 3_000))
                        .alreadyKnown(),
                row("a dispute won that names another payment than was taken back")
                        .given(paid(SPENT))
                        .when(reportWon(dispute(SECOND, 3_000, null), 3_000))
                        .absent(Absence.TOP_UP_NOT_FOUND),
                row("a dispute won of no top-up that we know")
                        .given(OPENED)
                        .when(reportWon(spent, 3_000))
                        .absent(Absence.TOP_UP_NOT_FOUND));
    }
}
