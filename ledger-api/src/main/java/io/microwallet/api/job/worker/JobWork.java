package io.microwallet.api.job.worker;

import io.microwallet.api.topup.worker.CallWorker;
import io.microwallet.api.topup.worker.Settling.Next;
import io.microwallet.api.topup.worker.Settling.Question;
import io.microwallet.core.books.Books;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.decision.Event;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.job.JobId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a worker does about jobs: each is carried out until it is done, also after a crash. */
public final class JobWork implements CallWorker.Work<JobId> {
    private static final Logger LOG = LoggerFactory.getLogger(JobWork.class);

    private final OpenJobs open;
    private final ReturnsOfPopUp returns;

    public JobWork(Books books, ReturnsOfPopUp returns) {
        this.open = new OpenJobs(books);
        this.returns = returns;
    }

    @Override
    public String name() {
        return "job";
    }

    @Override
    public List<JobId> oldest(int limit) {
        return open.oldest(limit);
    }

    @Override
    public List<JobId> askedBy(Event event) {
        return event instanceof UnspentReturnOrdered e ? List.of(e.job()) : List.of();
    }

    @Override
    public Next step(JobId id, Question question) {
        try {
            return returns.carryOut(id) ? new Next.Nothing() : new Next.Ask(question);
        } catch (BooksUnavailableException e) {
            LOG.warn("{} has to wait: {}", id, e.getMessage());
            return new Next.Ask(question);
        }
    }
}
