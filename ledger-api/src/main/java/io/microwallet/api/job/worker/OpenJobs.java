package io.microwallet.api.job.worker;

import io.microwallet.core.books.Books;
import io.microwallet.core.job.JobEvent;
import io.microwallet.core.job.JobEvent.UnspentReturnFinished;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.job.JobId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The jobs that are not done, from the log itself: what was read once is not read again. */
final class OpenJobs {
    private static final int PAGE_EVENTS = 1_000;

    private final Books books;
    private final SequencedSet<JobId> open = new LinkedHashSet<>();
    private long read = -1;

    OpenJobs(Books books) {
        this.books = books;
    }

    /** At most {@code limit}, oldest first. */
    synchronized List<JobId> oldest(int limit) {
        var reading = books.open();
        while (true) {
            var page = reading.after(JobId.ALL, read, PAGE_EVENTS);
            for (var recorded : page) {
                switch ((JobEvent) recorded.event()) {
                    case UnspentReturnOrdered e -> open.add(e.job());
                    case UnspentReturnFinished e -> open.remove(e.job());
                }
                read = recorded.position();
            }
            if (page.size() < PAGE_EVENTS) {
                return open.stream().limit(limit).toList();
            }
        }
    }
}
