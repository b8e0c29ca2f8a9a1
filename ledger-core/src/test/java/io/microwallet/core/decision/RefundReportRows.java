package io.microwallet.core.decision;

import static io.microwallet.core.decision.Returns.CLEARING;
import static io.microwallet.core.decision.Returns.CLOSED;
import static io.microwallet.core.decision.Returns.ERASED;
import static io.microwallet.core.decision.Returns.FIRST;
import static io.microwallet.core.decision.Returns.IN_FLIGHT;
import static io.microwallet.core.decision.Returns.OTHER;
import static io.microwallet.core.decision.Returns.OWED;
import static io.microwallet.core.decision.Returns.REFUND;
import static io.microwallet.core.decision.Returns.SECOND;
import static io.microwallet.core.decision.Returns.UNCLAIMED;
import static io.microwallet.core.decision.Returns.UNEXPLAINED;
import static io.microwallet.core.decision.Returns.chargedBack;
import static io.microwallet.core.decision.Returns.dispute;
import static io.microwallet.core.decision.Returns.entry;
import static io.microwallet.core.decision.Returns.lot;
import static io.microwallet.core.decision.Returns.paid;
import static io.microwallet.core.decision.Returns.part;
import static io.microwallet.core.decision.Returns.toppedUp;
import static io.microwallet.core.given.PopUp.DECLINED;
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
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.refund.RefundCommand.ReportRefundFailed;
import io.microwallet.core.refund.RefundCommand.ReportRefundSettled;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.refund.RefundId;
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

/** When unspent cash goes back, and what processors say of what was to go back. */
final class RefundReportRows {
    private static final PopUpId MARKET = new PopUpId(new UUID(9, 1));
    private static final WalletFrozen FROZEN = new WalletFrozen(WALLET);

    private RefundReportRows() {}

    static Stream<Row> rows() {
        return Stream.of(unspent(), unspentRefused(), settled(), failed(), afterwards())
                .flatMap(rows -> rows);
    }

    private static final UnspentReturned RETURNED = returned(5_000, 0, part(FIRST, 3_000), part(SECOND, 2_000));

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

    private static Stream<Row> settled() {
        return Stream.of(
                row("a refund settled: in flight to clearing")
                        .given(toppedUp(RETURNED))
                        .when(reportSettled(SECOND))
                        .accepted(SETTLED),
                row("a refund settled twice")
                        .given(toppedUp(RETURNED, SETTLED))
                        .when(reportSettled(SECOND))
                        .alreadyKnown(),
                row("a refund settled of a wallet that is closed and erased")
                        .given(toppedUp(RETURNED, CLOSED, ERASED))
                        .when(reportSettled(SECOND))
                        .accepted(SETTLED),
                row("a refund settled that nobody ordered")
                        .given(OPENED)
                        .when(reportSettled(SECOND))
                        .absent(Absence.REFUND_NOT_FOUND),
                row("a part settled that is none of the refund")
                        .given(toppedUp(returned(2_000, 3_000, part(SECOND, 2_000))))
                        .when(reportSettled(FIRST))
                        .absent(Absence.REFUND_NOT_FOUND));
    }

    private static Stream<Row> failed() {
        return Stream.of(
                row("a refund failed: money back in the wallet, as its cash lot")
                        .given(toppedUp(RETURNED))
                        .when(reportFailed(SECOND))
                        .accepted(FAILED),
                row("a refund failed twice")
                        .given(toppedUp(RETURNED, FAILED))
                        .when(reportFailed(SECOND))
                        .alreadyKnown(),
                row("a failed refund may be asked for again")
                        .given(toppedUp(RETURNED, FAILED))
                        .when(new ReturnUnspent(LEDGER, OTHER, WALLET, TILL, List.of(SECOND), null, null))
                        .accepted(returned(OTHER, eur(2_000), eur(0), null, part(SECOND, 2_000))),
                row("money in that fits no wallet: a refund failed when the wallet was closed")
                        .given(toppedUp(RETURNED, CLOSED))
                        .when(reportFailed(SECOND))
                        .accepted(unclaimed(IN_FLIGHT)),
                row("a refund failed when the member was erased")
                        .given(toppedUp(RETURNED, CLOSED, ERASED))
                        .when(reportFailed(SECOND))
                        .accepted(unclaimed(IN_FLIGHT)),
                row("an unclaimed refund failed twice")
                        .given(toppedUp(RETURNED, CLOSED, unclaimed(IN_FLIGHT)))
                        .when(reportFailed(SECOND))
                        .alreadyKnown(),
                row("a refund failed that can be counted no more")
                        .given(toppedUp(
                                RETURNED,
                                requested(new TopUpId(new UUID(6, 3)), eur(1)),
                                succeeded(
                                        new TopUpId(new UUID(6, 3)),
                                        eur(Money.AMOUNT_MAX - 1),
                                        eur(Money.AMOUNT_MAX - 1))))
                        .when(reportFailed(SECOND))
                        .accepted(unclaimed(IN_FLIGHT)),
                row("a failure that nobody ordered")
                        .given(OPENED)
                        .when(reportFailed(SECOND))
                        .absent(Absence.REFUND_NOT_FOUND));
    }

    private static Stream<Row> afterwards() {
        return Stream.of(
                row("a refund that failed after it settled: clearing to the cash lot")
                        .given(toppedUp(RETURNED, SETTLED))
                        .when(reportFailed(SECOND))
                        .accepted(failed(CLEARING)),
                row("a refund that failed after it settled, when the wallet was closed")
                        .given(toppedUp(RETURNED, SETTLED, CLOSED))
                        .when(reportFailed(SECOND))
                        .accepted(unclaimed(CLEARING)),
                row("money out that fits nothing: a refund settled after it failed, as far as the wallet had it back")
                        .given(toppedUp(RETURNED, FAILED, reason(500)))
                        .when(reportSettled(SECOND))
                        .accepted(again(
                                List.of(lot(SECOND, 1_500)),
                                500,
                                0L,
                                debit(cash(), eur(1_500)),
                                debit(OWED, eur(500)))),
                row("money out that fits nothing: a refund settled after it failed, the wallet closed")
                        .given(toppedUp(RETURNED, FAILED, reason(2_000), CLOSED))
                        .when(reportSettled(SECOND))
                        .accepted(again(List.of(), 2_000, null, debit(OWED, eur(2_000)))),
                row("money out that fits nothing: a refund settled after it failed, the member erased")
                        .given(toppedUp(RETURNED, FAILED, reason(2_000), CLOSED, ERASED))
                        .when(reportSettled(SECOND))
                        .accepted(again(List.of(), 0, null, debit(UNEXPLAINED, eur(2_000)))),
                row("a refund that is called settled once more after it failed: each word is booked once")
                        .given(toppedUp(RETURNED, SETTLED, failed(CLEARING)))
                        .when(reportSettled(SECOND))
                        .alreadyKnown(),
                row("a refund that is called failed once more after it settled nevertheless: each word is booked once")
                        .given(toppedUp(
                                RETURNED,
                                FAILED,
                                again(List.of(lot(SECOND, 2_000)), 0, 3_000L, debit(cash(), eur(2_000)))))
                        .when(reportFailed(SECOND))
                        .alreadyKnown(),
                row("a refund settled that nobody had claimed: nobody owes it")
                        .given(toppedUp(RETURNED, CLOSED, unclaimed(IN_FLIGHT)))
                        .when(reportSettled(SECOND))
                        .accepted(again(List.of(), 0, null, debit(UNCLAIMED, eur(2_000)))));
    }

    /** The wallet spent some of what it had back. */
    private static Event reason(long cents) {
        return returned(OTHER, eur(cents), eur(2_000 - cents), null, part(SECOND, cents));
    }

    private static final RefundSettled SETTLED = new RefundSettled(
            REFUND,
            WALLET,
            SECOND,
            eur(2_000),
            PAYMENT,
            entry(debit(IN_FLIGHT, eur(2_000)), credit(CLEARING, eur(2_000))));

    private static final RefundFailed FAILED = failed(IN_FLIGHT);

    private static RefundFailed failed(Account from) {
        return new RefundFailed(
                REFUND,
                WALLET,
                SECOND,
                DECLINED,
                lot(SECOND, 2_000),
                eur(2_000),
                entry(debit(from, eur(2_000)), credit(cash(), eur(2_000))));
    }

    private static RefundUnclaimed unclaimed(Account from) {
        return new RefundUnclaimed(
                REFUND,
                WALLET,
                SECOND,
                DECLINED,
                eur(2_000),
                entry(debit(from, eur(2_000)), credit(UNCLAIMED, eur(2_000))));
    }

    private static RefundSettledAfterFailed again(
            List<Lot> lots, long owed, @Nullable Long available, Posting... debits) {
        var postings = Stream.concat(Stream.of(debits), Stream.of(credit(CLEARING, eur(2_000))));
        return new RefundSettledAfterFailed(
                REFUND,
                WALLET,
                SECOND,
                eur(2_000),
                PAYMENT,
                lots,
                eur(owed),
                available == null ? null : eur(available),
                new JournalEntry(postings.toList()));
    }

    private static UnspentReturned returned(long cents, long available, RefundPart... parts) {
        return returned(eur(cents), eur(available), null, parts);
    }

    private static UnspentReturned returned(
            Money amount, Money available, @Nullable PopUpId popUp, RefundPart... parts) {
        return returned(REFUND, amount, available, popUp, parts);
    }

    private static UnspentReturned returned(
            RefundId id, Money amount, Money available, @Nullable PopUpId popUp, RefundPart... parts) {
        return new UnspentReturned(
                LEDGER,
                id,
                WALLET,
                TILL,
                amount,
                List.of(parts),
                available,
                popUp,
                null,
                entry(debit(cash(), amount), credit(IN_FLIGHT, amount)));
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

    private static ReportRefundSettled reportSettled(TopUpId topUp) {
        return new ReportRefundSettled(REFUND, WALLET, topUp, PAYMENT);
    }

    private static ReportRefundFailed reportFailed(TopUpId topUp) {
        return new ReportRefundFailed(REFUND, WALLET, topUp, DECLINED);
    }
}
