package io.microwallet.api.refund.worker;

import io.microwallet.api.topup.worker.CallWorker;
import io.microwallet.api.topup.worker.Settling.Next;
import io.microwallet.api.topup.worker.Settling.Question;
import io.microwallet.core.decision.Event;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.refund.RefundPartId;
import java.util.List;

/** What a worker does about refunds: every recorded part is sent with its own key, also after a crash. */
public record RefundWork(PendingRefunds pending, RefundSettling settling) implements CallWorker.Work<RefundPartId> {
    @Override
    public String name() {
        return "refund";
    }

    @Override
    public List<RefundPartId> oldest(int limit) {
        return pending.oldest(limit);
    }

    @Override
    public List<RefundPartId> askedBy(Event event) {
        return switch (event) {
            case PurchaseRefunded e -> ids(e.refund(), e.parts());
            case UnspentReturned e -> ids(e.refund(), e.parts());
            case Event _ -> List.of();
        };
    }

    private static List<RefundPartId> ids(RefundId refund, List<RefundPart> parts) {
        return parts.isEmpty()
                ? List.of()
                : parts.stream()
                        .map(part -> new RefundPartId(refund, part.topUp()))
                        .toList();
    }

    @Override
    public Next step(RefundPartId id, Question question) {
        return settling.step(id, question);
    }
}
