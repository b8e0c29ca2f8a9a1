package io.microwallet.api.batch;

import io.microwallet.api.batch.BatchAnswers.Result;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Writes;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Dry runs of batches that are not atomic: each item is tried out over the books as they are, not over the items before it. */
@Component
final class RehearsedBatches {
    private final Writes writes;

    RehearsedBatches(Writes writes) {
        this.writes = writes;
    }

    private record Rehearsed(boolean atomic, List<Result> items, boolean dryRun) {}

    ResponseEntity<byte[]> rehearse(List<BatchItem> items) {
        var results = IntStream.range(0, items.size())
                .mapToObj(i -> (Callable<Result>) () -> Result.of(i, answer(items.get(i)), false))
                .toList();
        try {
            var answer = Answer.ok(new Rehearsed(false, SideBySide.run(results), true));
            return ResponseEntity.status(answer.status())
                    .contentType(MediaType.valueOf(answer.mediaType()))
                    .body(answer.body());
        } catch (AbsentException e) {
            throw new IllegalStateException("a trial says what is absent in its outcome", e);
        }
    }

    private Answer answer(BatchItem item) {
        var write = item.write();
        return switch (writes.tryOut(item.call(), write)) {
            case Outcome.Decided decided -> Writes.render(decided, write.format());
            case Outcome outcome -> Writes.answer(outcome, write);
        };
    }
}
