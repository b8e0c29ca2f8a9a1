package io.microwallet.api.topup.worker;

import io.microwallet.api.topup.worker.Settling.Next;
import io.microwallet.api.topup.worker.Settling.Question;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Event;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpId;
import java.util.List;

/** Sees to it that every recorded top-up gets its outcome, also after a crash. */
public final class TopUpWorker implements AutoCloseable {
    private final CallWorker<TopUpId> worker;

    public TopUpWorker(Books books, PendingTopUps pending, Settling settling, Alarm alarm) {
        this.worker = new CallWorker<>(books, new Charges(pending, settling), alarm);
    }

    private record Charges(PendingTopUps pending, Settling settling) implements CallWorker.Work<TopUpId> {
        @Override
        public String name() {
            return "top-up";
        }

        @Override
        public List<TopUpId> oldest(int limit) {
            return pending.oldest(limit);
        }

        @Override
        public List<TopUpId> askedBy(Event event) {
            return event instanceof TopUpRequested request ? List.of(request.topUp()) : List.of();
        }

        @Override
        public Next step(TopUpId id, Question question) {
            return settling.step(id, question);
        }
    }

    /** Once. Listens before it reads what is pending, so that nothing falls between. */
    public void start() {
        worker.start();
    }

    /** How many top-ups it is working on or waiting to ask about again. */
    public int inHand() {
        return worker.inHand();
    }

    /** Stops asking. What is not booked by then is found at the next start. */
    @Override
    public void close() {
        worker.close();
    }
}
