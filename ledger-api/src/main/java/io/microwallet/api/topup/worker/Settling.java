package io.microwallet.api.topup.worker;

import io.microwallet.core.books.Books;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.topup.CardProcessor;
import io.microwallet.core.topup.ChargeStatus;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one top-up a step towards its outcome: asks the processor once, and books what it says. Never guesses. */
public final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final Books books;
    private final CardProcessors processors;
    private final OutcomeReports reports;

    public Settling(Books books, CardProcessors processors, OutcomeReports reports) {
        this.books = books;
        this.processors = processors;
        this.reports = reports;
    }

    /** What to ask a processor. */
    public enum Question {
        CHARGE,
        LOOK_UP
    }

    /** What is left to do. */
    public sealed interface Next {
        record Nothing() implements Next {}

        record Ask(Question question) implements Next {}
    }

    private static final Next NOTHING = new Next.Nothing();
    private static final Next LOOK_UP = new Next.Ask(Question.LOOK_UP);
    private static final Next CHARGE = new Next.Ask(Question.CHARGE);

    /** One question to the processor at most; what is not known after it is asked again, later. */
    public Next step(TopUpId id, Question question) {
        try {
            return switch (books.read(id)) {
                case TopUp.Requested topUp -> ask(topUp.request(), question);
                case TopUp.Unborn _, TopUp.Succeeded _, TopUp.Unclaimed _, TopUp.Failed _ -> NOTHING;
            };
        } catch (BooksUnavailableException e) {
            return new Next.Ask(question);
        }
    }

    /**
     * Books a status that the processor told unasked; a look-up confirms it where it is not what we asked for.
     *
     * @return false where that could not be done now, so that it should be told again
     */
    public boolean heard(TopUpRequested request, CardProcessor processor, ChargeStatus status) {
        return weigh(request, status) instanceof Next.Nothing
                || confirmed(request, processor.lookUp(request.topUp())) instanceof Next.Nothing;
    }

    private Next ask(TopUpRequested request, Question question) {
        var processor = processorOf(request);
        if (processor.isEmpty()) {
            LOG.error(
                    "No processor {} serves the ledger of {}",
                    request.processor().value(),
                    request.topUp());
            return new Next.Ask(question);
        }
        return switch (question) {
            case CHARGE -> weigh(request, processor.get().charge(request.topUp(), request.amount(), request.card()));
            case LOOK_UP -> confirmed(request, processor.get().lookUp(request.topUp()));
        };
    }

    /** Asked again here, because the processors of a deployment may change while a request waits. */
    private Optional<CardProcessor> processorOf(TopUpRequested request) {
        return switch (books.read(request.ledger())) {
            case Ledger.Created ledger -> processors.find(request.processor()).filter(it -> it.accepts(ledger.mode()));
            case Ledger.Unborn _ -> Optional.empty();
        };
    }

    private Next weigh(TopUpRequested request, ChargeStatus status) {
        return status instanceof ChargeStatus.Succeeded success
                        && !success.amount().equals(request.amount())
                ? LOOK_UP
                : confirmed(request, status);
    }

    private Next confirmed(TopUpRequested request, ChargeStatus status) {
        return switch (status) {
            case ChargeStatus.Succeeded success -> succeeded(request, success);
            case ChargeStatus.Declined decline -> reports.failed(request, decline) ? NOTHING : LOOK_UP;
            case ChargeStatus.Pending _ -> LOOK_UP;
            case ChargeStatus.NotFound _ -> CHARGE;
            case ChargeStatus.Unknown unknown -> {
                LOG.info("The outcome of {} is not known yet: {}", request.topUp(), unknown.why());
                yield LOOK_UP;
            }
        };
    }

    private Next succeeded(TopUpRequested request, ChargeStatus.Succeeded success) {
        if (!success.amount().equals(request.amount())) {
            LOG.error(
                    "EXCEPTION {}: asked for {}, the processor took {}",
                    request.topUp(),
                    request.amount(),
                    success.amount());
        }
        return reports.succeeded(request, success) ? NOTHING : LOOK_UP;
    }
}
