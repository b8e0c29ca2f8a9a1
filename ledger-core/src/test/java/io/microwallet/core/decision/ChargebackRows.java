package io.microwallet.core.decision;

import static io.microwallet.core.decision.Returns.BAD_DEBT;
import static io.microwallet.core.decision.Returns.CLEARING;
import static io.microwallet.core.decision.Returns.CLOSED;
import static io.microwallet.core.decision.Returns.ERASED;
import static io.microwallet.core.decision.Returns.FEES;
import static io.microwallet.core.decision.Returns.FIRST;
import static io.microwallet.core.decision.Returns.OWED;
import static io.microwallet.core.decision.Returns.SECOND;
import static io.microwallet.core.decision.Returns.UNCLAIMED;
import static io.microwallet.core.decision.Returns.UNEXPLAINED;
import static io.microwallet.core.decision.Returns.chargedBack;
import static io.microwallet.core.decision.Returns.dispute;
import static io.microwallet.core.decision.Returns.disputeOfNobody;
import static io.microwallet.core.decision.Returns.entry;
import static io.microwallet.core.decision.Returns.lot;
import static io.microwallet.core.decision.Returns.paid;
import static io.microwallet.core.decision.Returns.report;
import static io.microwallet.core.decision.Returns.reportWon;
import static io.microwallet.core.decision.Returns.toppedUp;
import static io.microwallet.core.decision.Returns.won;
import static io.microwallet.core.given.PopUp.BAKER_ADDED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.cash;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.failed;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.PopUp.unclaimed;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;

import io.microwallet.core.chargeback.ChargebackCommand.CollectReceivable;
import io.microwallet.core.chargeback.ChargebackCommand.ReportChargeback;
import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.chargeback.ChargebackRefusal;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.decision.Returns.Given;
import io.microwallet.core.given.PopUp;
import io.microwallet.core.given.Row;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.purchase.PurchaseRefusal;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.EraseWallet;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import io.microwallet.core.wallet.WalletRefusal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a processor takes back and gives again, in any order; and what a member owes since. */
final class ChargebackRows {
    private static final TopUpId THIRD = new TopUpId(new UUID(6, 3));

    private ChargebackRows() {}

    static Stream<Row> rows() {
        return Stream.of(taken(), closed(), wonBack(), wonFirst(), frozen(), collected(), writtenOff())
                .flatMap(rows -> rows);
    }

    /** 40.00 of the 30.00 and 20.00: 10.00 of the other cash. */
    private static final ChargedBack ALL_AND_MORE = chargedBack(
            dispute(FIRST, 4_000, null),
            List.of(lot(FIRST, 3_000), lot(SECOND, 1_000)),
            0,
            1_000L,
            debit(cash(), eur(4_000)),
            credit(CLEARING, eur(4_000)));

    /** Of the 30.00 that were spent 15.00 are there in other cash. */
    private static final ChargedBack SPENT = chargedBack(
            dispute(FIRST, 3_000, null),
            List.of(lot(SECOND, 1_500)),
            1_500,
            0L,
            debit(cash(), eur(1_500)),
            debit(OWED, eur(1_500)),
            credit(CLEARING, eur(3_000)));

    private static final ChargedBack NOBODYS = chargedBack(
            disputeOfNobody(5_000),
            List.of(),
            0,
            0,
            5_000,
            null,
            debit(UNEXPLAINED, eur(5_000)),
            credit(CLEARING, eur(5_000)));

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
                        .accepted(chargedBack(
                                dispute(FIRST, 3_100, null),
                                List.of(),
                                100,
                                3_000,
                                0,
                                null,
                                debit(OWED, eur(100)),
                                debit(UNCLAIMED, eur(3_000)),
                                credit(CLEARING, eur(3_100)))),
                row("a chargeback of no top-up that we know")
                        .given(OPENED)
                        .when(fact)
                        .absent(Absence.TOP_UP_NOT_FOUND),
                row("a chargeback of another ledger's top-up")
                        .given(toppedUp())
                        .when(new ReportChargeback(NEIGHBOUR, Returns.CHARGEBACK, dispute(FIRST, 3_000, null)))
                        .absent(Absence.TOP_UP_NOT_FOUND));
    }

    private static Stream<Row> wonBack() {
        var spent = dispute(FIRST, 3_000, null);
        return Stream.of(
                row("dispute won: the receivable first, then the cash lot")
                        .given(paid(SPENT))
                        .when(reportWon(spent, 3_000))
                        .accepted(won(
                                spent,
                                3_000,
                                new Given(1_500, 0, lot(FIRST, 1_500), 0, 0),
                                1_500L,
                                debit(CLEARING, eur(3_000)),
                                credit(OWED, eur(1_500)),
                                credit(cash(), eur(1_500)))),
                row("dispute won: what is owed, then bad debt as far as it was written off, then cash")
                        .given(paid(SPENT, writtenOff(1_000)))
                        .when(reportWon(spent, 3_000))
                        .accepted(won(
                                spent,
                                3_000,
                                new Given(500, 1_000, lot(FIRST, 1_500), 0, 0),
                                1_500L,
                                debit(CLEARING, eur(3_000)),
                                credit(BAD_DEBT, eur(1_000)),
                                credit(OWED, eur(500)),
                                credit(cash(), eur(1_500)))),
                row("a dispute won in part")
                        .given(paid(SPENT))
                        .when(reportWon(spent, 700))
                        .accepted(won(
                                spent,
                                700,
                                new Given(700, 0, null, 0, 0),
                                0L,
                                debit(CLEARING, eur(700)),
                                credit(OWED, eur(700)))),
                row("a dispute won when the wallet is closed: what is left is unclaimed")
                        .given(toppedUp(ALL_AND_MORE, CLOSED))
                        .when(reportWon(dispute(FIRST, 4_000, null), 4_000))
                        .accepted(won(
                                dispute(FIRST, 4_000, null),
                                4_000,
                                new Given(0, 0, null, 4_000, 0),
                                null,
                                debit(CLEARING, eur(4_000)),
                                credit(UNCLAIMED, eur(4_000)))),
                row("a dispute won that was nobody's: explained")
                        .given(NOBODYS)
                        .when(reportWon(disputeOfNobody(5_000), 5_000))
                        .accepted(won(
                                disputeOfNobody(5_000),
                                5_000,
                                new Given(0, 0, null, 0, 5_000),
                                null,
                                debit(CLEARING, eur(5_000)),
                                credit(UNEXPLAINED, eur(5_000)))),
                row("a dispute won before the top-up's success, and paid meanwhile: unclaimed")
                        .given(
                                OPENED,
                                requested(FIRST, eur(3_000)),
                                owed(3_000, 0L),
                                requested(SECOND, eur(3_000)),
                                succeeded(SECOND, eur(3_000), eur(3_000)),
                                collected(lot(SECOND, 3_000), 0))
                        .when(reportWon(spent, 3_000))
                        .accepted(won(
                                spent,
                                3_000,
                                new Given(0, 0, null, 3_000, 0),
                                0L,
                                debit(CLEARING, eur(3_000)),
                                credit(UNCLAIMED, eur(3_000)))));
    }

    private static Stream<Row> wonFirst() {
        var spent = dispute(FIRST, 3_000, null);
        var back = won(
                spent,
                3_000,
                new Given(1_500, 0, lot(FIRST, 1_500), 0, 0),
                1_500L,
                debit(CLEARING, eur(3_000)),
                credit(OWED, eur(1_500)),
                credit(cash(), eur(1_500)));
        return Stream.of(
                row("a dispute won before its chargeback was told: both are booked")
                        .given(paid())
                        .when(reportWon(spent, 3_000))
                        .accepted(SPENT, back),
                row("a chargeback told after its dispute was won")
                        .given(paid(SPENT, back))
                        .when(report(spent))
                        .alreadyKnown(),
                row("a dispute won twice")
                        .given(paid(SPENT, back))
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

    private static Stream<Row> frozen() {
        var buy = new Purchase(
                LEDGER, new PurchaseId(new UUID(8, 5)), WALLET, PopUp.BAKER, TILL, eur(1), null, null, null);
        var cash = new Event[] {requested(THIRD, eur(900)), succeeded(THIRD, eur(900), eur(900))};
        return Stream.of(
                row("a receivable freezes the wallet")
                        .given(paid(SPENT, cash[0], cash[1]))
                        .when(buy)
                        .refused(PurchaseRefusal.WALLET_FROZEN),
                row("a wallet that owes takes a top-up as always")
                        .given(paid(SPENT, cash[0]))
                        .when(new ReportTopUpSucceeded(THIRD, WALLET, eur(900), PopUp.PAYMENT))
                        .accepted(succeeded(THIRD, eur(900), eur(900))),
                row("a wallet that owes is not unfrozen by an order")
                        .given(paid(SPENT))
                        .when(new UnfreezeWallet(WALLET))
                        .refused(WalletRefusal.RECEIVABLE_OPEN),
                row("nor if it was frozen by one")
                        .given(paid(SPENT, new WalletFrozen(WALLET)))
                        .when(new UnfreezeWallet(WALLET))
                        .refused(WalletRefusal.RECEIVABLE_OPEN),
                row("a wallet that owes may be frozen by an order too")
                        .given(paid(SPENT))
                        .when(new FreezeWallet(WALLET))
                        .accepted(new WalletFrozen(WALLET)),
                row("an order to freeze outlives the receivable")
                        .given(paid(SPENT, new WalletFrozen(WALLET), writtenOff(1_500)))
                        .when(new UnfreezeWallet(WALLET))
                        .accepted(new WalletUnfrozen(WALLET)),
                row("a wallet that owes is not closed")
                        .given(paid(SPENT))
                        .when(new CloseWallet(WALLET))
                        .refused(WalletRefusal.RECEIVABLE_OPEN),
                row("a closed wallet that owes is not erased")
                        .given(OPENED, requested(FIRST, eur(3_000)), CLOSED, owed(3_000, null))
                        .when(new EraseWallet(WALLET))
                        .refused(WalletRefusal.RECEIVABLE_OPEN));
    }

    private static Stream<Row> collected() {
        var later = new Event[] {SPENT, requested(THIRD, eur(900)), succeeded(THIRD, eur(900), eur(900))};
        return Stream.of(
                row("receivable collected, as far as the cash goes")
                        .given(paid(later))
                        .when(collect(null))
                        .accepted(collected(lot(THIRD, 900), 0)),
                row("a part of a receivable collected")
                        .given(paid(later))
                        .when(collect(eur(400)))
                        .accepted(collected(lot(THIRD, 400), 500)),
                row("no wallet's receivable is collected")
                        .given()
                        .when(collect(null))
                        .absent(Absence.WALLET_NOT_FOUND),
                row("no erased wallet's receivable is collected")
                        .given(OPENED, CLOSED, ERASED)
                        .when(collect(null))
                        .absent(Absence.WALLET_ERASED),
                row("a closed wallet has no cash to collect from")
                        .given(OPENED, requested(FIRST, eur(3_000)), CLOSED, owed(3_000, null))
                        .when(collect(null))
                        .refused(ChargebackRefusal.WALLET_CLOSED),
                row("nothing is owed").given(toppedUp()).when(collect(null)).refused(ChargebackRefusal.NO_RECEIVABLE),
                row("nothing is owed in this currency")
                        .given(paid(later))
                        .when(collect(Money.of(1, "JPY")))
                        .refused(ChargebackRefusal.NO_RECEIVABLE),
                row("a cent more than is owed, whatever the cash")
                        .given(paid(SPENT))
                        .when(collect(eur(1_501)))
                        .refused(ChargebackRefusal.RECEIVABLE_EXCEEDED),
                row("a cent more than the cash")
                        .given(paid(later))
                        .when(collect(eur(901)))
                        .refused(ChargebackRefusal.NO_CASH_TO_COLLECT),
                row("no cash to collect")
                        .given(paid(SPENT))
                        .when(collect(null))
                        .refused(ChargebackRefusal.NO_CASH_TO_COLLECT));
    }

    private static Stream<Row> writtenOff() {
        return Stream.of(
                row("receivable written off")
                        .given(paid(SPENT))
                        .when(writeOff(null))
                        .accepted(writtenOff(1_500)),
                row("a part of a receivable written off")
                        .given(paid(SPENT))
                        .when(writeOff(eur(1)))
                        .accepted(writtenOff(1)),
                row("a closed wallet's receivable written off")
                        .given(OPENED, requested(FIRST, eur(3_000)), CLOSED, owed(3_000, null))
                        .when(writeOff(null))
                        .accepted(writtenOff(3_000)),
                row("no wallet's receivable is written off")
                        .given()
                        .when(writeOff(null))
                        .absent(Absence.WALLET_NOT_FOUND),
                row("no erased wallet's receivable is written off")
                        .given(OPENED, CLOSED, ERASED)
                        .when(writeOff(null))
                        .absent(Absence.WALLET_ERASED),
                row("nothing to write off")
                        .given(OPENED, BAKER_ADDED)
                        .when(writeOff(null))
                        .refused(ChargebackRefusal.NO_RECEIVABLE),
                row("more than is owed is not written off")
                        .given(paid(SPENT))
                        .when(writeOff(eur(1_501)))
                        .refused(ChargebackRefusal.RECEIVABLE_EXCEEDED));
    }

    private static ChargedBack owed(long cents, @Nullable Long available) {
        return chargedBack(
                dispute(FIRST, cents, null),
                List.of(),
                cents,
                available,
                debit(OWED, eur(cents)),
                credit(CLEARING, eur(cents)));
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
                none,
                entry(debit(OWED, seven), credit(CLEARING, seven)));
    }

    private static ReceivableCollected collected(Lot lot, long available) {
        return new ReceivableCollected(
                LEDGER,
                WALLET,
                TILL,
                lot.amount(),
                List.of(lot),
                eur(available),
                null,
                entry(debit(cash(), lot.amount()), credit(OWED, lot.amount())));
    }

    private static ReceivableWrittenOff writtenOff(long cents) {
        return new ReceivableWrittenOff(
                LEDGER, WALLET, TILL, eur(cents), null, entry(debit(BAD_DEBT, eur(cents)), credit(OWED, eur(cents))));
    }

    private static CollectReceivable collect(@Nullable Money amount) {
        return new CollectReceivable(LEDGER, WALLET, TILL, amount, null);
    }

    private static WriteOffReceivable writeOff(@Nullable Money amount) {
        return new WriteOffReceivable(LEDGER, WALLET, TILL, amount, null);
    }
}
