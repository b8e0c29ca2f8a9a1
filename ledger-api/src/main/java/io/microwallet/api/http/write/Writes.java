package io.microwallet.api.http.write;

import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.problem.ProblemWriter;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Decisions.Preparation;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.vault.VaultUnavailableException;
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

    /** Decides the write under the call's key, or finds what was decided under it before. */
    public ResponseEntity<byte[]> perform(WriteCall call, Write write) {
        return switch (decisions
                .submit(request(call, write), reachable(write.preparation()))
                .join()) {
            case Outcome.Decided decided -> answer(decided, write);
            case Outcome.AlreadyKnown _ -> entity(write.known().get());
            case Outcome undecided -> ProblemWriter.entity(Undecided.problem(undecided));
        };
    }

    /** The same for a controller that has not begun to return its {@link Write}. */
    public ResponseEntity<byte[]> submit(
            WriteCall call, Operation operation, Preparation preparation, AnswerFormat format) {
        return perform(call, Write.of(operation, preparation, format));
    }

    private static Request request(WriteCall call, Write write) {
        return new Request(
                call.id(),
                call.fingerprint(),
                call.caller().ledger(),
                write.operation(),
                ANSWER_VERSION,
                call.caller().tokenVersion(),
                call.deadline());
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

    private static ResponseEntity<byte[]> answer(Outcome.Decided decided, Write write) {
        if (!(decided.events().getFirst().event() instanceof RequestRefused)) {
            write.consequence().follow(decided);
        }
        var entity = entity(render(decided, write.format()));
        return decided.replayed() ? replayed(entity) : entity;
    }

    private static ResponseEntity<byte[]> entity(Answer answer) {
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.valueOf(answer.mediaType()))
                .body(answer.body());
    }

    private static ResponseEntity<byte[]> replayed(ResponseEntity<byte[]> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(REPLAYED, "true")
                .body(answer.getBody());
    }
}
