package io.microwallet.api.topup;

import io.microwallet.core.books.Books;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.topup.TopUpId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets reads wait until a processor has said what became of a top-up. */
@Component
final class TopUpOutcomes implements AutoCloseable {
    private final Books books;
    private final OutcomeWaits<TopUpId> waits;

    TopUpOutcomes(Books books) {
        this.books = books;
        this.waits = new OutcomeWaits<>(books, event -> switch (event) {
            case TopUpSucceeded e -> Optional.of(e.topUp());
            case TopUpFailed e -> Optional.of(e.topUp());
            case TopUpUnclaimed e -> Optional.of(e.topUp());
            default -> Optional.empty();
        });
    }

    /** Returns once the outcome is durable, or when the time is over. */
    void await(TopUpId id, Duration atMost) {
        waits.await(id, () -> books.read(id) instanceof TopUp.Requested, atMost);
    }

    @Override
    public void close() {
        waits.close();
    }
}
