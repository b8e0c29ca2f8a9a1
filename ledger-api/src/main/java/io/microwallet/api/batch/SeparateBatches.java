package io.microwallet.api.batch;

import io.microwallet.api.batch.BatchAnswers.Result;
import io.microwallet.api.batch.BatchAnswers.Results;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Writes;
import io.microwallet.core.batch.BatchCommand.BeginBatch;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Items that are decided one by one, in their order and in groups, each with an outcome of its own for ever. The batch's key is
 * taken first, so that it stands for one body only; whatever cuts the rest short, a retry tells what was decided and goes on.
 */
@Component
final class SeparateBatches {
    private final Writes writes;
    private final RunningBatches running = new RunningBatches();

    SeparateBatches(Writes writes) {
        this.writes = writes;
    }

    ResponseEntity<byte[]> perform(WriteCall call, List<BatchItem> items) {
        var begun = writes.decide(
                call, Operation.BATCH, () -> new BeginBatch(call.caller().client(), items.size()));
        if (!(begun instanceof Outcome.Decided)) {
            return Writes.undecided(begun);
        }
        return running.alone(call, () -> results(items))
                .map(SeparateBatches::entity)
                .orElseGet(() -> Writes.undecided(new Outcome.Unknown()));
    }

    /** Empty where something cut it short: a part of it may have been decided. */
    private Optional<List<Result>> results(List<BatchItem> items) {
        var results = new ArrayList<Result>(items.size());
        for (var from = 0; from < items.size(); from += SideBySide.AT_ONCE) {
            var chunk = items.subList(from, Math.min(items.size(), from + SideBySide.AT_ONCE));
            var outcomes = writes.decideInOrder(
                    chunk.stream().map(BatchItem::call).toList(),
                    chunk.stream().map(BatchItem::write).toList());
            for (var i = 0; i < chunk.size(); i++) {
                var answer = Writes.answer(outcomes.get(i), chunk.get(i).write());
                results.add(Result.of(from + i, answer, isReplayed(outcomes.get(i))));
            }
            if (outcomes.stream().anyMatch(SeparateBatches::isCutShort)) {
                return Optional.empty();
            }
        }
        return Optional.of(results);
    }

    private static boolean isCutShort(Outcome outcome) {
        return outcome instanceof Outcome.Unavailable || outcome instanceof Outcome.Unknown;
    }

    private static ResponseEntity<byte[]> entity(List<Result> results) {
        var answer = Answer.ok(new Results(false, results));
        var entity = ResponseEntity.status(answer.status()).contentType(MediaType.valueOf(answer.mediaType()));
        if (results.stream().allMatch(result -> result.replayed() != null)) {
            entity.header(Writes.REPLAYED, "true");
        }
        return entity.body(answer.body());
    }

    private static boolean isReplayed(Outcome outcome) {
        return outcome instanceof Outcome.Decided decided && decided.replayed();
    }
}
