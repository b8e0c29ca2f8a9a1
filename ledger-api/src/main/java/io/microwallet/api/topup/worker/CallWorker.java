package io.microwallet.api.topup.worker;

import io.microwallet.api.topup.worker.Settling.Next;
import io.microwallet.api.topup.worker.Settling.Question;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Event;
import io.microwallet.core.request.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that everything that was recorded for a processor gets its outcome. New ones wake it at once; those that a
 * crash, a full hand or an unreachable store left behind are found in the table of pending ones, at the start and every few
 * seconds.
 *
 * @param <I> what names one of them
 */
public final class CallWorker<I> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallWorker.class);
    private static final int IN_HAND_MAX = 10_000;
    private static final int CALLS_MAX = 64;
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final int DOUBLINGS_MAX = 6;
    private static final Duration STOP_MAX = Duration.ofSeconds(15);

    private final Books books;
    private final Work<I> work;
    private final Alarm alarm;
    private final Semaphore calls = new Semaphore(CALLS_MAX);
    private final Set<I> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private Books.@Nullable Subscription subscription;

    /** What there is to do, and how one step of it is done. */
    public interface Work<I> {
        /** For the names of threads. */
        String name();

        /** Those whose outcome nobody has booked yet, oldest first, at most {@code limit}; may lag behind the log. */
        List<I> oldest(int limit);

        /** What an event asks a processor for. */
        List<I> askedBy(Event event);

        /** One question to the processor at most; what is not known after it is asked again, later. */
        Next step(I id, Question question);
    }

    public CallWorker(Books books, Work<I> work, Alarm alarm) {
        this.books = books;
        this.work = work;
        this.alarm = alarm;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(work.name() + '-', 0).factory());
    }

    /** Once. Listens before it reads what is pending, so that nothing falls between. */
    public void start() {
        subscription = books.follow(this::takeNew);
        run(this::sweep);
    }

    /** How many it is working on or waiting to ask about again. */
    public int inHand() {
        return inHand.size();
    }

    /** Stops asking. What is not booked by then is found at the next start. */
    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
        }
        alarm.close();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Calls to a processor were still running after {}", STOP_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeNew(List<RecordedEvent> events) {
        for (var recorded : events) {
            work.askedBy(recorded.event()).forEach(id -> take(id, Question.CHARGE));
        }
    }

    private void sweep() {
        try {
            // Asked for before: a look-up is cheaper than a second order, and tells where there was none.
            work.oldest(IN_HAND_MAX).forEach(id -> take(id, Question.LOOK_UP));
        } catch (RuntimeException e) {
            LOG.warn("What is pending of {} cannot be read: {}", work.name(), e.toString());
        } finally {
            alarm.after(SWEEP_EVERY, () -> run(this::sweep));
        }
    }

    private void take(I id, Question question) {
        if (inHand.size() < IN_HAND_MAX && inHand.add(id)) {
            run(() -> work(id, question, 0));
        }
    }

    private void work(I id, Question question, int asked) {
        try {
            calls.acquire();
        } catch (InterruptedException _) {
            LOG.debug("Stopping; {} is found at the next start", id);
            return;
        }
        switch (stepAndRelease(id, question)) {
            case Next.Nothing _ -> inHand.remove(id);
            case Next.Ask next -> alarm.after(waitAfter(asked), () -> run(() -> work(id, next.question(), asked + 1)));
        }
    }

    private Next stepAndRelease(I id, Question question) {
        try {
            return work.step(id, question);
        } catch (RuntimeException e) {
            LOG.error("A bug while settling {}", id, e);
            return new Next.Ask(question);
        } finally {
            calls.release();
        }
    }

    /** A quarter of a second at first, doubling to 16 s. */
    private static Duration waitAfter(int asked) {
        return FIRST_WAIT.multipliedBy(1L << Math.min(asked, DOUBLINGS_MAX));
    }

    private void run(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping; the rest is found at the next start");
        }
    }
}
