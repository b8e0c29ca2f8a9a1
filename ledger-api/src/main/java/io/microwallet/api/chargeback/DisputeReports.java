package io.microwallet.api.chargeback;

import io.microwallet.api.topup.worker.WorkerCalls;
import io.microwallet.core.books.Books;
import io.microwallet.core.chargeback.ChargebackCommand.ReportChargeback;
import io.microwallet.core.chargeback.ChargebackCommand.ReportDisputeWon;
import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.Operation;
import io.microwallet.core.topup.CardProcessor;
import io.microwallet.core.topup.DisputeNotice;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what a processor tells of disputes, as the worker's own calls. */
public final class DisputeReports {
    private static final Logger LOG = LoggerFactory.getLogger(DisputeReports.class);

    private final Books books;
    private final WorkerCalls calls;

    public DisputeReports(Books books, WorkerCalls calls) {
        this.books = books;
        this.calls = calls;
    }

    /** @return false where it could not be booked now, so that it should be told again */
    public boolean heard(CardProcessor processor, DisputeNotice notice) {
        if (books.read(notice.key()) instanceof TopUp.Known known
                && known.request().processor().equals(processor.id())) {
            return book(known.request(), notice);
        }
        // Which ledger it is of nobody knows: finance reports it to its own.
        LOG.error(
                "EXCEPTION {} told of dispute {} about {}, which nobody asked for",
                processor.id().value(),
                notice.dispute().value(),
                notice.key());
        return true;
    }

    private boolean book(TopUpRequested request, DisputeNotice notice) {
        if (!notice.amount().equals(request.amount())) {
            LOG.warn("{} of {} are disputed: {}", notice.amount(), request.amount(), request.topUp());
        }
        var ledger = request.ledger();
        var id = ChargebackId.of(ledger, request.processor(), notice.dispute());
        var dispute = new Dispute(
                request.processor(),
                notice.dispute(),
                request.topUp(),
                request.wallet(),
                notice.amount(),
                notice.fee());
        var won = notice.won();
        return won == null
                ? calls.booked(
                        ledger,
                        Operation.REPORT_CHARGEBACK,
                        "chargeback " + id + " of " + words(notice.amount()) + " and " + words(notice.fee()),
                        new ReportChargeback(ledger, id, dispute))
                : calls.booked(
                        ledger,
                        Operation.REPORT_CHARGEBACK,
                        "chargeback " + id + " won " + words(won),
                        new ReportDisputeWon(ledger, id, dispute, won));
    }

    // Every sum is named, so that what is told otherwise is another fact.
    private static String words(@Nullable Money money) {
        return money == null ? "nothing" : money.amount() + " " + money.currency();
    }
}
