package io.microwallet.api.refund;

import io.microwallet.api.topup.OutcomeWaits;
import io.microwallet.core.books.Books;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets reads wait until processors have said what became of a refund: woken by the log, never polling. */
@Component
final class RefundOutcomes implements AutoCloseable {
    private final Books books;
    private final OutcomeWaits<RefundId> waits;

    RefundOutcomes(Books books) {
        this.books = books;
        this.waits = new OutcomeWaits<>(books, event -> switch (event) {
            case RefundSettled e -> Optional.of(e.refund());
            case RefundFailed e -> Optional.of(e.refund());
            case RefundUnclaimed e -> Optional.of(e.refund());
            default -> Optional.empty();
        });
    }

    /** Returns once the outcome of every part is durable, or when the time is over. */
    void await(RefundId id, Duration atMost) {
        waits.await(id, () -> RefundViews.isPending(books.read(id)), atMost);
    }

    @Override
    public void close() {
        waits.close();
    }
}
