package io.microwallet.api.refund.worker;

import io.microwallet.api.topup.worker.CardProcessors;
import io.microwallet.api.topup.worker.Settling.Next;
import io.microwallet.api.topup.worker.Settling.Question;
import io.microwallet.api.topup.worker.WorkerCalls;
import io.microwallet.core.books.Books;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.refund.Refund;
import io.microwallet.core.refund.RefundCommand.ReportRefundFailed;
import io.microwallet.core.refund.RefundCommand.ReportRefundSettled;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.refund.RefundPartId;
import io.microwallet.core.request.Operation;
import io.microwallet.core.topup.CardProcessor;
import io.microwallet.core.topup.RefundStatus;
import io.microwallet.core.topup.RefundStatus.Failed;
import io.microwallet.core.topup.RefundStatus.Settled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one part of a refund a step towards its outcome: asks the processor once, and books what it says. Never guesses. */
public final class RefundSettling {
    private static final Logger LOG = LoggerFactory.getLogger(RefundSettling.class);
    private static final Next NOTHING = new Next.Nothing();
    private static final Next LOOK_UP = new Next.Ask(Question.LOOK_UP);
    private static final Next ORDER = new Next.Ask(Question.CHARGE);

    private final Books books;
    private final CardProcessors processors;
    private final WorkerCalls calls;

    public RefundSettling(Books books, CardProcessors processors, WorkerCalls calls) {
        this.books = books;
        this.processors = processors;
        this.calls = calls;
    }

    /** One part as it stands. */
    private record Asked(Refund.Made refund, RefundPartId id, Refund.Part part) {
        RefundPart what() {
            return part.part();
        }
    }

    /** One question to the processor at most; what is not known after it is asked again, later. */
    public Next step(RefundPartId id, Question question) {
        try {
            return books.read(id.refund()) instanceof Refund.Made made
                    ? made.part(id.topUp())
                            .filter(Refund.Part.Requested.class::isInstance)
                            .map(part -> ask(new Asked(made, id, part), question))
                            .orElse(NOTHING)
                    : NOTHING;
        } catch (BooksUnavailableException e) {
            return new Next.Ask(question);
        }
    }

    private Next ask(Asked asked, Question question) {
        var processor = processors.find(asked.what().processor());
        if (processor.isEmpty()) {
            LOG.error("No processor {} for {}", asked.what().processor().value(), asked.id());
            return new Next.Ask(question);
        }
        return book(
                asked,
                switch (question) {
                    case CHARGE ->
                        processor
                                .get()
                                .refund(
                                        asked.id(),
                                        asked.what().charge(),
                                        asked.what().amount());
                    case LOOK_UP -> processor.get().lookUp(asked.id());
                });
    }

    /**
     * Books a status that the processor told unasked. One that contradicts what is booked is looked up first: the older of
     * two notifications may come last.
     *
     * @return false where that could not be done now, so that it should be told again
     */
    public boolean heard(CardProcessor processor, RefundPartId id, RefundStatus status) {
        if (!(books.read(id.refund()) instanceof Refund.Made made)) {
            return nobodys(processor, id);
        }
        var part = made.part(id.topUp());
        if (part.isEmpty() || !part.get().part().processor().equals(processor.id())) {
            return nobodys(processor, id);
        }
        var asked = new Asked(made, id, part.get());
        return switch (part.get()) {
            case Refund.Part.Requested _ -> book(asked, status) instanceof Next.Nothing || isOnlyPending(status);
            case Refund.Part.Settled _ -> !(status instanceof Failed) || confirmed(processor, asked);
            // Both of the processor's words are booked.
            case Refund.Part.Returned _, Refund.Part.SettledAfterAll _ -> true;
            case Refund.Part.Failed _, Refund.Part.Unclaimed _ ->
                !(status instanceof Settled) || confirmed(processor, asked);
        };
    }

    private static boolean isOnlyPending(RefundStatus status) {
        return status instanceof RefundStatus.Pending;
    }

    private boolean confirmed(CardProcessor processor, Asked asked) {
        return switch (processor.lookUp(asked.id())) {
            case Settled it -> book(asked, it) instanceof Next.Nothing;
            case Failed it -> book(asked, it) instanceof Next.Nothing;
            case RefundStatus.Pending _, RefundStatus.NotFound _, RefundStatus.Unknown _ -> false;
        };
    }

    private static boolean nobodys(CardProcessor processor, RefundPartId id) {
        LOG.error(
                "EXCEPTION {} told of {}, which nobody asked for",
                processor.id().value(),
                id);
        return true;
    }

    private Next book(Asked asked, RefundStatus status) {
        return switch (status) {
            case Settled it
            when !it.amount().equals(asked.what().amount()) -> {
                LOG.error(
                        "EXCEPTION {}: asked for {}, sent {}",
                        asked.id(),
                        asked.what().amount(),
                        it.amount());
                yield LOOK_UP;
            }
            case Settled it -> settled(asked, it) ? NOTHING : LOOK_UP;
            case Failed it -> failed(asked, it) ? NOTHING : LOOK_UP;
            case RefundStatus.Pending _ -> LOOK_UP;
            case RefundStatus.NotFound _ -> ORDER;
            case RefundStatus.Unknown unknown -> {
                LOG.info("The outcome of {} is not known yet: {}", asked.id(), unknown.why());
                yield LOOK_UP;
            }
        };
    }

    private boolean settled(Asked asked, Settled fact) {
        return calls.booked(
                asked.refund().ledger(),
                Operation.REPORT_REFUND,
                "refund " + asked.id() + " settled " + fact.reference().value(),
                new ReportRefundSettled(
                        asked.id().refund(), asked.refund().wallet(), asked.id().topUp(), fact.reference()));
    }

    private boolean failed(Asked asked, Failed fact) {
        return calls.booked(
                asked.refund().ledger(),
                Operation.REPORT_REFUND,
                "refund " + asked.id() + " failed " + fact.code().value(),
                new ReportRefundFailed(
                        asked.id().refund(), asked.refund().wallet(), asked.id().topUp(), fact.code()));
    }
}
