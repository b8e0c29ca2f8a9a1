package io.microwallet.api.overdue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.topup.worker.Alarm;
import io.microwallet.core.books.Books;
import io.microwallet.core.ledger.LedgerEvent;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books what ends by itself, when it ends, by each ledger's own clock. It knows for each ledger when the next thing is due and
 * sleeps until then; what a crash or an unreachable store left behind is in the table.
 */
public final class Sweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int A_ROUND = 500;
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(10);
    private static final Duration STOP_MAX = Duration.ofSeconds(15);

    private final Books books;
    private final DueTable table;
    private final Sweeping sweeping;
    private final LedgerTimes times;
    private final LongConsumer projected;
    private final Alarm alarm;
    private final Counter seen;
    private final ConcurrentHashMap<LedgerId, Instant> agenda = new ConcurrentHashMap<>();
    private final AtomicLong sleeps = new AtomicLong();
    private final ExecutorService looks =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("sweeper").factory());
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sweep-", 0).factory());
    private Books.@Nullable Subscription subscription;

    /** @param projected waits until the table has everything up to a position of the log, or throws */
    public Sweeper(
            Books books,
            DueTable table,
            Sweeping sweeping,
            LedgerTimes times,
            LongConsumer projected,
            Alarm alarm,
            MeterRegistry meters) {
        this.books = books;
        this.table = table;
        this.sweeping = sweeping;
        this.times = times;
        this.projected = projected;
        this.alarm = alarm;
        this.seen = Counter.builder("microwallet.sweeper.seen")
                .description("Instants at which something of a wallet could end by itself and that were seen to")
                .register(meters);
        meters.gauge("microwallet.sweeper.late.seconds", this, Sweeper::secondsLate);
    }

    /** Once. Listens before it reads the table, so that nothing falls between. */
    public void start() {
        subscription = books.follow(this::heard);
        run(this::begin);
    }

    /** How long the first thing on the agenda is overdue; 0 if nothing is. */
    public double secondsLate() {
        return agenda.entrySet().stream()
                .mapToDouble(next -> Duration.between(next.getValue(), times.now(next.getKey()))
                        .toSeconds())
                .filter(late -> late > 0)
                .max()
                .orElse(0);
    }

    /** Stops. What is not booked by then is booked after the next start. */
    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
        }
        alarm.close();
        looks.shutdownNow();
        threads.shutdownNow();
        try {
            if (!looks.awaitTermination(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Overdue things were still being booked after {}", STOP_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() {
        try {
            // What was durable before it listened may not be in the table yet.
            projected.accept(books.open().position());
            table.soonestOfEach().forEach(next -> note(next.ledger(), next.at()));
            look();
        } catch (RuntimeException e) {
            LOG.warn("What is due cannot be read: {}", e.toString());
            alarm.after(AGAIN, () -> run(this::begin));
        }
    }

    /** On the thread that made the events durable: it notes, and never waits. */
    private void heard(List<RecordedEvent> events) {
        var isSooner = false;
        for (var recorded : events) {
            for (var due : Due.of(recorded)) {
                isSooner |= note(due.ledger(), due.at());
            }
            // A clock may have been moved forward.
            isSooner |= recorded.event() instanceof LedgerEvent && agenda.containsKey(recorded.ledger());
        }
        if (isSooner) {
            run(this::look);
        }
    }

    /** Whether nothing of that ledger was due as soon. */
    private boolean note(LedgerId ledger, Instant due) {
        return agenda.merge(ledger, due, (one, other) -> one.compareTo(other) <= 0 ? one : other) == due;
    }

    private void look() {
        var sleep = LONGEST_SLEEP;
        for (var next : List.copyOf(agenda.entrySet())) {
            var wait = sweepIfDue(next.getKey());
            sleep = wait.compareTo(sleep) < 0 ? wait : sleep;
        }
        wakeAfter(sleep);
    }

    /** How long nothing is due after it. */
    private Duration sweepIfDue(LedgerId ledger) {
        try {
            var now = times.now(ledger);
            var due = agenda.get(ledger);
            if (due != null && !due.isAfter(now)) {
                sweep(ledger, now);
                due = agenda.get(ledger);
            }
            return due == null ? LONGEST_SLEEP : atLeast(Duration.between(times.now(ledger), due));
        } catch (RuntimeException e) {
            LOG.warn("What is due in {} is not booked yet: {}", ledger, e.toString());
            return AGAIN;
        }
    }

    // A hair's breadth later than due: the deciding clock counts in microseconds.
    private static Duration atLeast(Duration wait) {
        return wait.isNegative() ? AGAIN : wait.plusMillis(1);
    }

    private void sweep(LedgerId ledger, Instant now) {
        // Forgotten first: what is heard from here on is noted again, and what was heard before is in the table by
        // then.
        agenda.remove(ledger);
        try {
            projected.accept(books.open().position());
            var round = table.until(ledger, now, A_ROUND);
            while (!round.isEmpty() && see(round, now) && round.size() == A_ROUND) {
                round = table.until(ledger, now, A_ROUND);
            }
            table.soonest(ledger).ifPresent(next -> note(ledger, next));
        } catch (RuntimeException e) {
            note(ledger, now);
            throw e;
        }
    }

    /** At once, as far as the store takes it; whether all of it is done. */
    private boolean see(List<Due> round, Instant now) {
        var tasks =
                round.stream().map(due -> threads.submit(() -> see(due, now))).toList();
        var allDone = true;
        for (var task : tasks) {
            try {
                allDone &= task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException e) {
                LOG.error("A bug while booking what is due", e.getCause());
                allDone = false;
            }
        }
        return allDone;
    }

    private boolean see(Due due, Instant now) {
        var isDone = sweeping.see(due, now);
        if (isDone) {
            table.done(due);
            seen.increment();
        }
        return isDone;
    }

    private void wakeAfter(Duration sleep) {
        var mine = sleeps.incrementAndGet();
        alarm.after(sleep, () -> {
            // Another look may have been taken meanwhile, with an alarm of its own.
            if (sleeps.get() == mine) {
                run(this::look);
            }
        });
    }

    private void run(Runnable task) {
        try {
            looks.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping; the rest is booked after the next start");
        }
    }
}
