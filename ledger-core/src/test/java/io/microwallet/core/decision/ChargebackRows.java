package io.microwallet.core.decision;

import static io.microwallet.core.decision.Disputes.ALL_AND_MORE;
import static io.microwallet.core.decision.Disputes.NOBODYS;
import static io.microwallet.core.decision.Disputes.SPENT;
import static io.microwallet.core.decision.Disputes.owed;
import static io.microwallet.core.decision.Returns.CLEARING;
import static io.microwallet.core.decision.Returns.CLOSED;
import static io.microwallet.core.decision.Returns.ERASED;
import static io.microwallet.core.decision.Returns.FEES;
import static io.microwallet.core.decision.Returns.FIRST;
import static io.microwallet.core.decision.Returns.OWED;
import static io.microwallet.core.decision.Returns.SECOND;
import static io.microwallet.core.decision.Returns.UNCLAIMED;
import static io.microwallet.core.decision.Returns.UNEXPLAINED;
import static io.microwallet.core.decision.Returns.above;
import static io.microwallet.core.decision.Returns.chargedBack;
import static io.microwallet.core.decision.Returns.contradicted;
import static io.microwallet.core.decision.Returns.dispute;
import static io.microwallet.core.decision.Returns.disputeOfNobody;
import static io.microwallet.core.decision.Returns.entry;
import static io.microwallet.core.decision.Returns.lot;
import static io.microwallet.core.decision.Returns.paid;
import static io.microwallet.core.decision.Returns.report;
import static io.microwallet.core.decision.Returns.toppedUp;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.cash;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.failed;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.unclaimed;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;

import io.microwallet.core.chargeback.ChargebackCommand.ReportChargeback;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.given.PopUp;
import io.microwallet.core.given.Row;
import io.microwallet.core.money.Money;
import java.util.List;
import java.util.stream.Stream;

/** What a processor takes back, in any order. */
final class ChargebackRows {
    private ChargebackRows() {}

    static Stream<Row> rows() {
        return Stream.of(taken(), toldOtherwise(), closed()).flatMap(rows -> rows);
    }

    private static Stream<Row> taken() {
        return Stream.of(
                row("chargeback with a fee: that payment's lot first")
                        .given(toppedUp())
                        .when(report(dispute(SECOND, 2_000, 1_500L)))
                        .accepted(chargedBack(
                                dispute(SECOND, 2_000, 1_500L),
                                List.of(lot(SECOND, 2_000)),
                                0,
                                3_000L,
                                debit(cash(), eur(2_000)),
                                debit(FEES, eur(1_500)),
                                credit(CLEARING, eur(3_500)))),
                row("chargeback: that payment's lot, then other cash in burn-down order")
                        .given(toppedUp())
                        .when(report(dispute(FIRST, 4_000, null)))
                        .accepted(ALL_AND_MORE),
                row("chargeback of a spent top-up: other cash, and the rest is owed")
                        .given(paid())
                        .when(report(dispute(FIRST, 3_000, null)))
                        .accepted(SPENT),
                row("a partial chargeback")
                        .given(toppedUp())
                        .when(report(dispute(SECOND, 1, null)))
                        .accepted(chargedBack(
                                dispute(SECOND, 1, null),
                                List.of(lot(SECOND, 1)),
                                0,
                                4_999L,
                                debit(cash(), eur(1)),
                                credit(CLEARING, eur(1)))),
                row("the same chargeback twice")
                        .given(toppedUp(ALL_AND_MORE))
                        .when(report(dispute(FIRST, 4_000, null)))
                        .alreadyKnown(),
                row("a chargeback before the top-up's success: all of it is owed")
                        .given(OPENED, requested(FIRST, eur(3_000)))
                        .when(report(dispute(FIRST, 3_000, null)))
                        .accepted(owed(3_000, 0L)),
                row("a chargeback of a top-up that was called failed: all of it is owed")
                        .given(OPENED, requested(FIRST, eur(3_000)), failed(FIRST))
                        .when(report(dispute(FIRST, 3_000, null)))
                        .accepted(owed(3_000, 0L)),
                row("a chargeback in a currency that the wallet has not")
                        .given(toppedUp())
                        .when(report(
                                new Dispute(PopUp.PROCESSOR, Returns.DISPUTE, FIRST, WALLET, Money.of(7, "JPY"), null)))
                        .accepted(inYen()));
    }

    private static Stream<Row> toldOtherwise() {
        var booked = ALL_AND_MORE.dispute();
        var dearer = dispute(FIRST, 4_000, 1_500L);
        var inYen = new Dispute(PopUp.PROCESSOR, Returns.DISPUTE, FIRST, WALLET, Money.of(4_000, "JPY"), null);
        return Stream.of(
                row("a chargeback above what its top-up brought in: booked, and more than it brought in is told")
                        .given(toppedUp())
                        .when(report(dispute(FIRST, 4_000, null)))
                        .accepted(ALL_AND_MORE),
                toldAs("a chargeback told again with another amount: an exception", dispute(FIRST, 3_999, null)),
                toldAs("a chargeback told again with another fee: an exception", dearer),
                toldAs("a chargeback told again in another currency: an exception", inYen),
                toldAs("a chargeback told again of another top-up: an exception", dispute(SECOND, 4_000, null)),
                row("a chargeback told otherwise twice: one exception")
                        .given(toppedUp(ALL_AND_MORE, contradicted(booked, dearer, null)))
                        .when(report(dearer))
                        .alreadyKnown(),
                row("a chargeback told otherwise in two ways: two exceptions")
                        .given(toppedUp(ALL_AND_MORE, contradicted(booked, inYen, null)))
                        .when(report(dearer))
                        .accepted(contradicted(booked, dearer, null)),
                row("a chargeback told as it is booked, after it was told otherwise")
                        .given(toppedUp(ALL_AND_MORE, contradicted(booked, dearer, null)))
                        .when(report(booked))
                        .alreadyKnown());
    }

    private static Row toldAs(String name, Dispute told) {
        return row(name)
                .given(toppedUp(ALL_AND_MORE))
                .when(report(told))
                .accepted(contradicted(ALL_AND_MORE.dispute(), told, null));
    }

    private static Stream<Row> closed() {
        var fact = report(dispute(FIRST, 3_000, null));
        return Stream.of(
                row("a chargeback when the wallet is closed: all of it is owed")
                        .given(OPENED, requested(FIRST, eur(3_000)), CLOSED)
                        .when(fact)
                        .accepted(owed(3_000, null)),
                row("a chargeback when the member is erased: nobody's")
                        .given(OPENED, requested(FIRST, eur(3_000)), CLOSED, ERASED)
                        .when(fact)
                        .accepted(chargedBack(
                                dispute(FIRST, 3_000, null),
                                List.of(),
                                0,
                                0,
                                3_000,
                                null,
                                debit(UNEXPLAINED, eur(3_000)),
                                credit(CLEARING, eur(3_000)))),
                row("money out that fits nothing: an unknown chargeback")
                        .given()
                        .when(report(disputeOfNobody(5_000)))
                        .accepted(NOBODYS),
                row("a chargeback of money that nobody had claimed: nobody owes it")
                        .given(OPENED, requested(FIRST, eur(3_000)), CLOSED, unclaimed(FIRST, eur(3_000)))
                        .when(report(dispute(FIRST, 3_100, null)))
                        .accepted(above(
                                100,
                                chargedBack(
                                        dispute(FIRST, 3_100, null),
                                        List.of(),
                                        100,
                                        3_000,
                                        0,
                                        null,
                                        debit(OWED, eur(100)),
                                        debit(UNCLAIMED, eur(3_000)),
                                        credit(CLEARING, eur(3_100))))),
                row("a chargeback of no top-up that we know")
                        .given(OPENED)
                        .when(fact)
                        .absent(Absence.TOP_UP_NOT_FOUND),
                row("a chargeback of another ledger's top-up")
                        .given(toppedUp())
                        .when(new ReportChargeback(NEIGHBOUR, Returns.CHARGEBACK, dispute(FIRST, 3_000, null)))
                        .absent(Absence.TOP_UP_NOT_FOUND));
    }

    private static ChargedBack inYen() {
        var seven = Money.of(7, "JPY");
        var none = Money.of(0, "JPY");
        return new ChargedBack(
                LEDGER,
                Returns.CHARGEBACK,
                new Dispute(PopUp.PROCESSOR, Returns.DISPUTE, FIRST, WALLET, seven, null),
                List.of(),
                seven,
                none,
                none,
                seven,
                none,
                entry(debit(OWED, seven), credit(CLEARING, seven)));
    }
}
