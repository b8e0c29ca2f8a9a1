package io.microwallet.core.decision;

import static io.microwallet.core.decision.Disputes.SPENT;
import static io.microwallet.core.decision.Disputes.collected;
import static io.microwallet.core.decision.Disputes.owed;
import static io.microwallet.core.decision.Disputes.writtenOff;
import static io.microwallet.core.decision.Returns.CLOSED;
import static io.microwallet.core.decision.Returns.ERASED;
import static io.microwallet.core.decision.Returns.FIRST;
import static io.microwallet.core.decision.Returns.lot;
import static io.microwallet.core.decision.Returns.paid;
import static io.microwallet.core.decision.Returns.toppedUp;
import static io.microwallet.core.given.PopUp.BAKER_ADDED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.cash;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.chargeback.ChargebackCommand.CollectReceivable;
import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.chargeback.ChargebackRefusal;
import io.microwallet.core.given.PopUp;
import io.microwallet.core.given.Row;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.purchase.PurchaseRefusal;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.EraseWallet;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import io.microwallet.core.wallet.WalletRefusal;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a member owes, and what becomes of it. */
final class ReceivableRows {
    private static final TopUpId THIRD = new TopUpId(new UUID(6, 3));

    private ReceivableRows() {}

    static Stream<Row> rows() {
        return Stream.of(frozen(), collecting(), writingOff()).flatMap(rows -> rows);
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

    private static Stream<Row> collecting() {
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

    private static Stream<Row> writingOff() {
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

    private static CollectReceivable collect(@Nullable Money amount) {
        return new CollectReceivable(LEDGER, WALLET, TILL, amount, null);
    }

    private static WriteOffReceivable writeOff(@Nullable Money amount) {
        return new WriteOffReceivable(LEDGER, WALLET, TILL, amount, null);
    }
}
