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
import static io.microwallet.core.decision.Returns.entry;
import static io.microwallet.core.decision.Returns.lot;
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
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What processors say of what was to go back. */
final class RefundReportRows {
    static final UnspentReturned RETURNED = returned(5_000, 0, part(FIRST, 3_000), part(SECOND, 2_000));

    static final RefundSettled SETTLED = new RefundSettled(
            REFUND,
            WALLET,
            SECOND,
            eur(2_000),
            PAYMENT,
            entry(debit(IN_FLIGHT, eur(2_000)), credit(CLEARING, eur(2_000))));

    static final RefundFailed FAILED = failed(IN_FLIGHT);

    private RefundReportRows() {}

    static Stream<Row> rows() {
        return Stream.of(settled(), failed(), afterwards()).flatMap(rows -> rows);
    }

    static Stream<Row> settled() {
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

    static Stream<Row> failed() {
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

    static Stream<Row> afterwards() {
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
    static Event reason(long cents) {
        return returned(OTHER, eur(cents), eur(2_000 - cents), null, part(SECOND, cents));
    }

    static RefundFailed failed(Account from) {
        return new RefundFailed(
                REFUND,
                WALLET,
                SECOND,
                DECLINED,
                lot(SECOND, 2_000),
                eur(2_000),
                entry(debit(from, eur(2_000)), credit(cash(), eur(2_000))));
    }

    static RefundUnclaimed unclaimed(Account from) {
        return new RefundUnclaimed(
                REFUND,
                WALLET,
                SECOND,
                DECLINED,
                eur(2_000),
                entry(debit(from, eur(2_000)), credit(UNCLAIMED, eur(2_000))));
    }

    static RefundSettledAfterFailed again(List<Lot> lots, long owed, @Nullable Long available, Posting... debits) {
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

    static UnspentReturned returned(long cents, long available, RefundPart... parts) {
        return returned(eur(cents), eur(available), null, parts);
    }

    static UnspentReturned returned(Money amount, Money available, @Nullable PopUpId popUp, RefundPart... parts) {
        return returned(REFUND, amount, available, popUp, parts);
    }

    static UnspentReturned returned(
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

    static ReportRefundSettled reportSettled(TopUpId topUp) {
        return new ReportRefundSettled(REFUND, WALLET, topUp, PAYMENT);
    }

    static ReportRefundFailed reportFailed(TopUpId topUp) {
        return new ReportRefundFailed(REFUND, WALLET, topUp, DECLINED);
    }
}
