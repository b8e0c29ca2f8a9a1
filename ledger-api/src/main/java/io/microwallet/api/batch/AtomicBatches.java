package io.microwallet.api.batch;

import io.microwallet.api.http.write.Write;
import io.microwallet.core.batch.BatchCommand.AtomicBatch;
import io.microwallet.core.batch.BatchCommand.Item;
import io.microwallet.core.batch.BatchEvent.BatchDecided;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.vault.Rehearsal;
import java.util.List;
import java.util.concurrent.Callable;

/** An atomic batch is one write like any other: one command, one outcome, one answer. */
final class AtomicBatches {
    private AtomicBatches() {}

    static Write of(List<BatchItem> items) {
        var writes = items.stream().map(BatchItem::write).toList();
        return Write.of(
                        Operation.ATOMIC_BATCH,
                        () -> new AtomicBatch(prepared(writes)),
                        decided -> BatchAnswers.atomic(decided, writes))
                .followedBy(decided -> follow(decided, writes));
    }

    /** Token look-ups and data keys wait on the database: side by side they wait once. */
    private static List<Item> prepared(List<Write> writes) throws AbsentException {
        var isRehearsal = Rehearsal.isOn();
        return SideBySide.run(writes.stream()
                .map(write -> (Callable<Item>) () -> new Item(
                        write.operation(),
                        isRehearsal
                                ? Rehearsal.of(write.preparation()::prepare)
                                : write.preparation().prepare()))
                .toList());
    }

    private static void follow(Outcome.Decided decided, List<Write> writes) {
        if (decided.events().getFirst().event() instanceof BatchDecided) {
            BatchAnswers.eachPart(
                    decided, (index, part) -> writes.get(index).consequence().follow(part));
        }
    }
}
