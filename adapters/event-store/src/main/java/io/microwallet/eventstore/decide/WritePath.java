package io.microwallet.eventstore.decide;

import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.RequestId;
import io.microwallet.eventstore.axon.Messages;
import io.microwallet.eventstore.axon.StoreBus;
import io.microwallet.eventstore.write.CommitPipeline;
import io.microwallet.eventstore.write.Lease;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The way of a call from the port to the pipeline, put together. */
public final class WritePath {
    private static final long SWEEP_MILLIS = 20;

    private final Reservations reservations = new Reservations();
    private final KeyFilter filter;
    private final BirthFilter births;
    private final FilterFill filling;
    private final Deadlines deadlines;
    private final Answers answers = new Answers(reservations);
    private final Warmth warmth;
    private final DecisionThread thread;
    private final StoreDecisions decisions;
    private final Thread decider;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("deadlines").daemon().factory());

    /**
     * @param filterBytesMax how large the filter over all keys may be
     * @param floor no decision is stamped earlier, by the machine's clock
     * @param defect told of what must never happen
     */
    public WritePath(
            DataSource database,
            int partition,
            CommitPipeline pipeline,
            EntityCache cache,
            Warmth warmth,
            Lease lease,
            StoreBus bus,
            Decider rules,
            InstantSource clock,
            Instant floor,
            ClockOffsets offsets,
            SecureRandom random,
            long filterBytesMax,
            Consumer<String> defect) {
        this.warmth = warmth;
        this.filter = new KeyFilter(new GrowingFilter(random, filterBytesMax));
        this.births = cache.births();
        this.filling = new FilterFill(database, partition);
        this.deadlines = new Deadlines(clock);
        var recorded = new RecordedOutcomes(database, partition);
        bus.subscribe(
                Messages.GROUP, new GroupHandler(rules, new LedgerClock(clock, floor), offsets, bus.eventStore()));
        this.thread = new DecisionThread(pipeline, cache, bus.commands(), answers, lease, this::warmAgain, defect);
        this.decisions = new StoreDecisions(reservations, filter, recorded, deadlines, thread, warmth, answers);
        this.decider = Thread.ofPlatform().name("decisions").unstarted(thread);
    }

    public Decisions decisions() {
        return decisions;
    }

    public void start() {
        decider.start();
        sweeper.scheduleWithFixedDelay(deadlines, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        Thread.ofVirtual().name("key filter").start(() -> filling.fill(filter));
        Thread.ofVirtual().name("birth filter").start(() -> filling.fill(births));
    }

    /** The keys' index rows are durable. The filter first: it is never behind the log. */
    public void indexed(List<RequestId> ids) {
        ids.forEach(filter::add);
        reservations.indexed(ids);
    }

    /** What was called before its states were in memory, or lost them again, waits on a thread of its own. */
    private void warmAgain(Call call) {
        if (!call.again()) {
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                warmth.warm(call.needed);
                if (call.line() != null) {
                    call.line().awaitTurn(call);
                }
                if (!thread.offer(call)) {
                    answers.tell(call, DecisionThread.unavailable("too much is queued"));
                }
            } catch (RuntimeException e) {
                answers.tell(call, DecisionThread.unavailable("cannot be loaded: " + e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answers.tell(call, DecisionThread.unavailable("interrupted"));
            }
        });
    }

    public Duration oldestQueued() {
        return thread.oldest();
    }

    public int queued() {
        return thread.queued();
    }

    public int reserved() {
        return reservations.size();
    }

    /** Takes no more, decides what is queued, and ends. */
    public void close() throws InterruptedException {
        thread.close();
        decider.join();
    }

    /** Tells whoever still waits, after the writer has ended: nobody waits for ever. */
    public void abandon() {
        sweeper.shutdownNow();
        deadlines.allPassed();
    }
}
