package io.microwallet.api.job;

import io.microwallet.api.topup.OutcomeWaits;
import io.microwallet.core.books.Books;
import io.microwallet.core.job.Job;
import io.microwallet.core.job.JobEvent.UnspentReturnFinished;
import io.microwallet.core.job.JobId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets reads wait until a job is done. */
@Component
final class JobOutcomes implements AutoCloseable {
    private final Books books;
    private final OutcomeWaits<JobId> waits;

    JobOutcomes(Books books) {
        this.books = books;
        this.waits = new OutcomeWaits<>(
                books, event -> event instanceof UnspentReturnFinished e ? Optional.of(e.job()) : Optional.empty());
    }

    /** Returns once its end is durable, or when the time is over. */
    void await(JobId id, Duration atMost) {
        waits.await(id, () -> books.read(id) instanceof Job.Running, atMost);
    }

    @Override
    public void close() {
        waits.close();
    }
}
