package io.microwallet.api.batch;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.microwallet.api.http.problem.Problem;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.api.http.write.RefusalAnswers;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.http.write.Writes;
import io.microwallet.core.batch.BatchEvent.BatchDecided;
import io.microwallet.core.batch.BatchEvent.BatchRefused;
import io.microwallet.core.batch.BatchEvent.Part;
import io.microwallet.core.decision.Refusals;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RequestHeader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The answers to batches, every version of them. */
final class BatchAnswers {
    private static final int OK = 200;
    private static final int REFUSED_FROM = 400;

    private BatchAnswers() {}

    @Schema(name = "BatchResults")
    record Results(boolean atomic, List<Result> items) {}

    /** {@code replayed} is left out unless the item was decided by an earlier call. */
    @Schema(name = "BatchResult")
    record Result(
            @Schema(description = "The item's place in the batch, counted from 0")
            int index,

            @Schema(description = "The status that the call by itself would have")
            int status,

            @Nullable Boolean replayed,

            @Schema(type = "object", implementation = Object.class) @JsonRawValue @Nullable
            String body,

            @Schema(ref = "#/components/schemas/Problem") @JsonRawValue @Nullable
            String problem) {

        /** The answer as it is: it was written once, as JSON. */
        static Result of(int index, Answer answer, boolean replayed) {
            var content = new String(answer.body(), StandardCharsets.UTF_8);
            var isProblem = answer.status() >= REFUSED_FROM;
            return new Result(
                    index,
                    answer.status(),
                    replayed ? true : null,
                    isProblem ? null : content,
                    isProblem ? content : null);
        }
    }

    /** An atomic batch that was decided: a pure function of its events, and of the writes that its body declares. */
    static Answer atomic(Outcome.Decided decided, List<Write> writes) {
        return switch (decided.request().answerVersion()) {
            case 1 ->
                decided.events().getFirst().event() instanceof BatchRefused refused
                        ? Answer.of(refused(refused, decided.request().answerVersion()))
                        : Answer.ok(new Results(true, accepted(decided, writes)));
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    private static List<Result> accepted(Outcome.Decided decided, List<Write> writes) {
        var results = new ArrayList<Result>();
        eachPart(
                decided,
                (index, part) -> results.add(
                        part.events().isEmpty()
                                ? new Result(index, OK, null, "{}", null)
                                : Result.of(
                                        index,
                                        Writes.render(part, writes.get(index).format()),
                                        false)));
        return results;
    }

    /** Every item's own decision, as if it had been called by itself. */
    static void eachPart(Outcome.Decided decided, BiConsumer<Integer, Outcome.Decided> part) {
        var parts = Decideds.event(decided, BatchDecided.class).parts();
        var from = 1;
        for (var i = 0; i < parts.size(); i++) {
            var events = decided.events().subList(from, from + parts.get(i).events());
            part.accept(i, new Outcome.Decided(header(decided, parts.get(i)), events, decided.replayed()));
            from += events.size();
        }
    }

    private static RequestHeader header(Outcome.Decided decided, Part part) {
        var whole = decided.request();
        return new RequestHeader(
                whole.id(),
                whole.fingerprint(),
                part.operation(),
                whole.answerVersion(),
                whole.tokenVersion(),
                part.events());
    }

    private static Problem refused(BatchRefused refused, int answerVersion) {
        var because = RefusalAnswers.render(refused.code(), answerVersion);
        var others = Answer.of(ProblemCode.ROLLED_BACK.problem("Nothing of this item happened."));
        var results = IntStream.range(0, refused.items())
                .mapToObj(i -> Result.of(i, i == refused.index() ? because : others, false))
                .toList();
        var problem = ProblemCode.BATCH_REFUSED
                .problem("Item " + refused.index() + " is refused, so nothing of the batch happened.")
                .with("index", refused.index())
                .with("refusal", refused.code().value());
        return Refusals.adviceOn(refused.code())
                .map(problem::advising)
                .orElse(problem)
                .with("items", results);
    }
}
