package io.microwallet.api.http.write;

import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.problem.ProblemWriter;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Decisions.Preparation;
import io.microwallet.core.request.Decisions.Submission;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.vault.Rehearsal;
import io.microwallet.vault.VaultUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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
        var outcome = decide(call, write.operation(), write.preparation());
        if (isUndecided(outcome)) {
            return ProblemWriter.entity(Undecided.problem(outcome));
        }
        var answer = answer(outcome, write);
        var entity = entity(answer);
        if (outcome instanceof Outcome.Decided decided && decided.replayed()) {
            entity.header(REPLAYED, "true");
        }
        return entity.body(answer.body());
    }

    /** What the write would be answered with just now; leaves nothing, and tells nothing of what was decided under the key. */
    public ResponseEntity<byte[]> rehearse(WriteCall call, Write write) {
        return switch (tryOut(call, write)) {
            case Outcome.Decided decided -> DryRunAnswers.entity(render(decided, write.format()));
            case Outcome.AlreadyKnown _ -> DryRunAnswers.entity(write.known().get());
            case Outcome.Unknown _ -> ProblemWriter.entity(DryRunAnswers.late());
            case Outcome undecided -> ProblemWriter.entity(Undecided.problem(undecided));
        };
    }

    /** The outcome alone. */
    public Outcome decide(WriteCall call, Operation operation, Preparation preparation) {
        return decisions
                .submit(request(call, operation), reachable(preparation))
                .join();
    }

    /** The outcomes of calls that are decided in the order given. */
    public List<Outcome> decideInOrder(List<WriteCall> calls, List<Write> writes) {
        var submissions = IntStream.range(0, calls.size())
                .mapToObj(i -> new Submission(
                        request(calls.get(i), writes.get(i).operation()),
                        reachable(writes.get(i).preparation())))
                .toList();
        return decisions.submitInOrder(submissions).stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** The outcome that a write would have just now. */
    public Outcome tryOut(WriteCall call, Write write) {
        var preparation = reachable(write.preparation());
        return decisions
                .tryOut(request(call, write.operation()), () -> Rehearsal.of(preparation::prepare))
                .join()
                .outcome();
    }

    /** Whatever came of a write, as an answer; its consequence is followed before. */
    public static Answer answer(Outcome outcome, Write write) {
        return switch (outcome) {
            case Outcome.Decided decided -> {
                if (!(decided.events().getFirst().event() instanceof RequestRefused)) {
                    write.consequence().follow(decided);
                }
                yield render(decided, write.format());
            }
            case Outcome.AlreadyKnown _ -> write.known().get();
            case Outcome undecided -> Answer.of(Undecided.problem(undecided));
        };
    }

    private static boolean isUndecided(Outcome outcome) {
        return !(outcome instanceof Outcome.Decided || outcome instanceof Outcome.AlreadyKnown);
    }

    /** What an outcome that was not decided is answered with. */
    public static ResponseEntity<byte[]> undecided(Outcome outcome) {
        return ProblemWriter.entity(Undecided.problem(outcome));
    }

    private static Request request(WriteCall call, Operation operation) {
        return new Request(
                call.id(),
                call.fingerprint(),
                call.caller().ledger(),
                operation,
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

    /** The answer to an outcome, or to a trial's: nothing follows from it. */
    public static Answer render(Outcome.Decided decided, AnswerFormat format) {
        return decided.events().getFirst().event() instanceof RequestRefused refused
                ? RefusalAnswers.render(refused.code(), decided.request().answerVersion())
                : format.render(decided);
    }

    static ResponseEntity<byte[]> told(Answer answer) {
        return entity(answer).body(answer.body());
    }

    private static ResponseEntity.BodyBuilder entity(Answer answer) {
        return ResponseEntity.status(answer.status()).contentType(MediaType.valueOf(answer.mediaType()));
    }
}
