package io.microwallet.api.topup.webhook;

import io.microwallet.api.chargeback.DisputeReports;
import io.microwallet.api.refund.worker.RefundSettling;
import io.microwallet.api.topup.worker.CardProcessors;
import io.microwallet.api.topup.worker.Settling;
import io.microwallet.core.books.Books;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.CardProcessor;
import io.microwallet.core.topup.ChargeNotice;
import io.microwallet.core.topup.ChargeStatus;
import io.microwallet.core.topup.DisputeNotice;
import io.microwallet.core.topup.ProcessorNotice;
import io.microwallet.core.topup.RefundNotice;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what processors tell unasked: twice, late, in any order, held against our own record. */
public final class ProcessorNotices {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessorNotices.class);

    private final Books books;
    private final CardProcessors processors;
    private final Settling settling;
    private final RefundSettling refunds;
    private final DisputeReports disputes;

    public ProcessorNotices(
            Books books,
            CardProcessors processors,
            Settling settling,
            RefundSettling refunds,
            DisputeReports disputes) {
        this.books = books;
        this.processors = processors;
        this.settling = settling;
        this.refunds = refunds;
        this.disputes = disputes;
    }

    /** How a notification was received. */
    public enum Receipt {
        /** Dealt with, also where there was nothing to do: the processor need not send it again. */
        TAKEN,
        /** Not booked yet: the processor should send it again. */
        NOT_YET,
        /** Not signed by the processor. */
        FORGED,
        /** This deployment has no such processor. */
        NO_SUCH_PROCESSOR
    }

    /**
     * Waits for the commit of what it books.
     *
     * @throws io.microwallet.core.books.BooksUnavailableException where the top-up cannot be read
     */
    public Receipt receive(ProcessorId id, Map<String, String> headers, byte[] body) {
        var processor = processors.find(id);
        if (processor.isEmpty()) {
            return Receipt.NO_SUCH_PROCESSOR;
        }
        return processor
                .get()
                .notice(headers, body)
                .map(notice -> receive(processor.get(), notice))
                .orElse(Receipt.FORGED);
    }

    private Receipt receive(CardProcessor processor, ProcessorNotice notice) {
        return switch (notice) {
            case ChargeNotice it -> receive(processor, it);
            case RefundNotice it -> taken(refunds.heard(processor, it.key(), it.status()));
            case DisputeNotice it -> taken(disputes.heard(processor, it));
        };
    }

    private static Receipt taken(boolean isBooked) {
        return isBooked ? Receipt.TAKEN : Receipt.NOT_YET;
    }

    private Receipt receive(CardProcessor processor, ChargeNotice notice) {
        return switch (books.read(notice.key())) {
            case TopUp.Requested topUp -> match(processor, topUp.request(), notice);
            case TopUp.Failed topUp -> match(processor, topUp.request(), notice);
            case TopUp.Succeeded topUp -> known(topUp.success().amount(), notice);
            case TopUp.Unclaimed topUp -> known(topUp.unclaimed().amount(), notice);
            case TopUp.Unborn _ -> {
                LOG.error(
                        "EXCEPTION {} told of {}, which nobody asked for",
                        processor.id().value(),
                        notice.key());
                yield Receipt.TAKEN;
            }
        };
    }

    private Receipt match(CardProcessor processor, TopUpRequested request, ChargeNotice notice) {
        if (!request.processor().equals(processor.id())) {
            LOG.error(
                    "EXCEPTION {} told of {}, which is another's",
                    processor.id().value(),
                    notice.key());
            return Receipt.TAKEN;
        }
        return settling.heard(request, processor, notice.status()) ? Receipt.TAKEN : Receipt.NOT_YET;
    }

    private static Receipt known(Money booked, ChargeNotice notice) {
        if (notice.status() instanceof ChargeStatus.Succeeded success
                && !success.amount().equals(booked)) {
            LOG.error("EXCEPTION {}: booked {}, told of {}", notice.key(), booked, success.amount());
        }
        return Receipt.TAKEN;
    }
}
