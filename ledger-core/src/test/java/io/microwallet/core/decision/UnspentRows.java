package io.microwallet.core.decision;

import static io.microwallet.core.decision.RefundReportRows.RETURNED;
import static io.microwallet.core.decision.RefundReportRows.returned;
import static io.microwallet.core.decision.Returns.CLEARING;
import static io.microwallet.core.decision.Returns.CLOSED;
import static io.microwallet.core.decision.Returns.ERASED;
import static io.microwallet.core.decision.Returns.FIRST;
import static io.microwallet.core.decision.Returns.OWED;
import static io.microwallet.core.decision.Returns.REFUND;
import static io.microwallet.core.decision.Returns.SECOND;
import static io.microwallet.core.decision.Returns.chargedBack;
import static io.microwallet.core.decision.Returns.dispute;
import static io.microwallet.core.decision.Returns.lot;
import static io.microwallet.core.decision.Returns.paid;
import static io.microwallet.core.decision.Returns.part;
import static io.microwallet.core.decision.Returns.toppedUp;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.PAYMENT;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.cash;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;

import io.microwallet.core.given.PopUp;
import io.microwallet.core.given.Row;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.refund.RefundRefusal;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When unspent cash goes back to its sources. */
final class UnspentRows {
    private static final PopUpId MARKET = new PopUpId(new UUID(9, 1));
    private static final WalletFrozen FROZEN = new WalletFrozen(WALLET);

    private UnspentRows() {}

    static Stream<Row> rows() {
        return Stream.of(unspent(), unspentRefused()).flatMap(rows -> rows);
    }

    private static Stream<Row> unspent() {
        var yen = new TopUpId(new UUID(6, 3));
        var yenPart =
                new RefundPart(PopUp.PROCESSOR, PAYMENT, Lot.cash(LotId.of(yen), Money.of(100, "JPY"), Row.EARLIER));
        return Stream.of(
                row("unspent balance returned to the source requested")
                        .given(toppedUp())
                        .when(giveBack(FIRST, SECOND))
                        .accepted(RETURNED),
                row("what was spent is not returned, and credit neither")
                        .given(paid())
                        .when(giveBack(FIRST, SECOND))
                        .accepted(returned(1_500, 0, part(SECOND, 1_500))),
                row("only top-ups that were named are returned")
                        .given(toppedUp())
                        .when(giveBack(SECOND))
                        .accepted(returned(2_000, 3_000, part(SECOND, 2_000))),
                row("never more is asked back than a source brought in less what was taken back")
                        .given(toppedUp(chargedBack(
                                dispute(FIRST, 4_000, null),
                                List.of(lot(FIRST, 3_000), lot(SECOND, 1_000)),
                                0,
                                1_000L,
                                debit(cash(), eur(4_000)),
                                credit(CLEARING, eur(4_000)))))
                        .when(giveBack(FIRST, SECOND))
                        .accepted(returned(1_000, 0, part(SECOND, 1_000))),
                row("each currency is returned by itself")
                        .given(toppedUp(
                                requested(yen, Money.of(100, "JPY")),
                                succeeded(yen, Money.of(100, "JPY"), Money.of(100, "JPY"))))
                        .when(giveBack(FIRST, SECOND, yen))
                        .accepted(RETURNED, returned(Money.of(100, "JPY"), Money.of(0, "JPY"), null, yenPart)),
                row("what a pop-up brought is returned, and nothing else")
                        .given(
                                OPENED,
                                atMarket(FIRST, 3_000),
                                succeeded(FIRST, eur(3_000), eur(3_000)),
                                requested(SECOND, eur(2_000)),
                                succeeded(SECOND, eur(2_000), eur(5_000)))
                        .when(giveBack(MARKET, FIRST, SECOND))
                        .accepted(returned(eur(3_000), eur(2_000), MARKET, part(FIRST, 3_000))));
    }

    private static Stream<Row> unspentRefused() {
        var all = giveBack(FIRST, SECOND);
        return Stream.of(
                row("no wallet returns anything").given().when(all).absent(Absence.WALLET_NOT_FOUND),
                row("an erased wallet returns nothing")
                        .given(OPENED, CLOSED, ERASED)
                        .when(all)
                        .absent(Absence.WALLET_ERASED),
                row("the same return twice")
                        .given(toppedUp(RETURNED))
                        .when(all)
                        .refused(RefundRefusal.REFUND_ALREADY_EXISTS),
                row("a closed wallet returns nothing")
                        .given(OPENED, CLOSED)
                        .when(all)
                        .refused(RefundRefusal.WALLET_CLOSED),
                row("a frozen wallet returns nothing")
                        .given(toppedUp(FROZEN))
                        .when(all)
                        .refused(RefundRefusal.WALLET_FROZEN),
                row("nobody who owes takes cash out")
                        .given(toppedUp(chargedBack(
                                dispute(FIRST, 5_001, null),
                                List.of(lot(FIRST, 3_000), lot(SECOND, 2_000)),
                                1,
                                0L,
                                debit(cash(), eur(5_000)),
                                debit(OWED, eur(1)),
                                credit(CLEARING, eur(5_001)))))
                        .when(all)
                        .refused(RefundRefusal.WALLET_FROZEN),
                row("an empty wallet returns nothing")
                        .given(OPENED)
                        .when(all)
                        .refused(RefundRefusal.NOTHING_TO_RETURN));
    }

    private static TopUpRequested atMarket(TopUpId topUp, long cents) {
        var plain = requested(topUp, eur(cents));
        return new TopUpRequested(
                plain.ledger(), topUp, WALLET, plain.amount(), plain.processor(), plain.card(), MARKET, null, null);
    }

    private static ReturnUnspent giveBack(TopUpId... sources) {
        return giveBack(null, sources);
    }

    private static ReturnUnspent giveBack(@Nullable PopUpId popUp, TopUpId... sources) {
        return new ReturnUnspent(LEDGER, REFUND, WALLET, TILL, List.of(sources), popUp, null);
    }
}
