package io.microwallet.api.http.write;

import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.problem.ProblemWriter;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Decisions.Preparation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.vault.Rehearsal;
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
            case Outcome.AlreadyKnown _ -> told(write.known().get());
            case Outcome undecided -> ProblemWriter.entity(Undecided.problem(undecided));
        };
    }

    /** What the write would be answered with just now; leaves nothing, and tells nothing of what was decided under the key. */
    public ResponseEntity<byte[]> rehearse(WriteCall call, Write write) {
        var preparation = reachable(write.preparation());
        return switch (decisions
                .tryOut(request(call, write), () -> Rehearsal.of(preparation::prepare))
                .join()
                .outcome()) {
            case Outcome.Decided decided -> DryRunAnswers.entity(render(decided, write.format()));
            case Outcome.AlreadyKnown _ -> DryRunAnswers.entity(write.known().get());
            case Outcome.Unknown _ -> ProblemWriter.entity(DryRunAnswers.late());
            case Outcome undecided -> ProblemWriter.entity(Undecided.problem(undecided));
        };
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
        var answer = render(decided, write.format());
        var entity = entity(answer);
        if (decided.replayed()) {
            entity.header(REPLAYED, "true");
        }
        return entity.body(answer.body());
    }

    static ResponseEntity<byte[]> told(Answer answer) {
        return entity(answer).body(answer.body());
    }

    private static ResponseEntity.BodyBuilder entity(Answer answer) {
        return ResponseEntity.status(answer.status()).contentType(MediaType.valueOf(answer.mediaType()));
    }
}
