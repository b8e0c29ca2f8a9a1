package io.microwallet.api.http.write;

import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.http.problem.Problem;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemWriter;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Decisions.Preparation;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.vault.VaultUnavailableException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Takes a write to its one durable outcome and renders it; waits for it on the caller's virtual thread. */
public final class Writes {
    /** The format of the answers that are written now; older ones are rendered as they were. */
    public static final int ANSWER_VERSION = 1;

    public static final String REPLAYED = "Idempotency-Replayed";

    private final Decisions decisions;

    public Writes(Decisions decisions) {
        this.decisions = decisions;
    }

    public ResponseEntity<byte[]> submit(
            WriteCall call, Operation operation, Preparation preparation, AnswerFormat format) {
        return switch (decide(call, operation, preparation)) {
            case Outcome.Decided decided -> answer(decided, format);
            case Outcome.KeyReused _ -> ProblemWriter.entity(reused());
            case Outcome.Absent absent -> ProblemWriter.entity(Absences.problem(absent.absence()));
            case Outcome.Unavailable unavailable -> ProblemWriter.entity(unavailable(unavailable));
            case Outcome.Unknown _ -> ProblemWriter.entity(unknown());
            case Outcome.Failed _ -> ProblemWriter.entity(failed());
            case Outcome.AlreadyKnown _ ->
                throw new IllegalStateException("a client's order cannot be known already: " + operation);
        };
    }

    /** The outcome alone, for what has work to do between the decision and the answer. */
    public Outcome decide(WriteCall call, Operation operation, Preparation preparation) {
        var request = new Request(
                call.id(),
                call.fingerprint(),
                call.caller().ledger(),
                operation,
                ANSWER_VERSION,
                call.caller().tokenVersion(),
                call.deadline());
        return decisions.submit(request, reachable(preparation)).join();
    }

    /** Nothing was queued when the vault is away: the same as when the books are. */
    private static Preparation reachable(Preparation preparation) {
        return () -> {
            try {
                return preparation.prepare();
            } catch (VaultUnavailableException e) {
                throw new BooksUnavailableException("the vault cannot be reached: " + e.getMessage());
            }
        };
    }

    static Answer render(Outcome.Decided decided, AnswerFormat format) {
        return decided.events().getFirst().event() instanceof RequestRefused refused
                ? RefusalAnswers.render(refused.code(), decided.request().answerVersion())
                : format.render(decided);
    }

    private static ResponseEntity<byte[]> answer(Outcome.Decided decided, AnswerFormat format) {
        var answer = render(decided, format);
        var entity = ResponseEntity.status(answer.status()).contentType(MediaType.valueOf(answer.mediaType()));
        if (decided.replayed()) {
            entity.header(REPLAYED, "true");
        }
        return entity.body(answer.body());
    }

    private static Problem reused() {
        return ProblemCode.IDEMPOTENCY_KEY_REUSED
                .problem("This key belongs to a call with another method, path, query or body. Nothing was written.")
                .advising("Use a new key for every new call, and the same key only to repeat one.");
    }

    private static Problem unavailable(Outcome.Unavailable unavailable) {
        return ProblemCode.UNAVAILABLE
                .problem("Nothing was written. The call may be repeated with the same Idempotency-Key.")
                .retryAfter((int) Math.max(1, seconds(unavailable.retryAfter())));
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }

    private static Problem unknown() {
        return ProblemCode.OUTCOME_UNKNOWN
                .problem("The call was accepted for decision, but its outcome is not durable yet.")
                .advising("Repeat it with the same Idempotency-Key: the answer will be the true one.");
    }

    private static Problem failed() {
        return ProblemCode.INTERNAL_ERROR.problem(
                "This call met a bug. Nothing was written; it may be repeated with the same Idempotency-Key.");
    }
}
