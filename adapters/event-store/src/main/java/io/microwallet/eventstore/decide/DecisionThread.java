package io.microwallet.eventstore.decide;

import io.microwallet.core.request.Outcome;
import io.microwallet.eventstore.axon.Messages;
import io.microwallet.eventstore.codec.JsonBuffer;
import io.microwallet.eventstore.write.CommitPipeline;
import io.microwallet.eventstore.write.Lease;
import io.microwallet.eventstore.write.RolledBackException;
import io.microwallet.eventstore.write.WriterStoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that decides: takes what is queued, up to 64 at once, and sends it through Axon as one command. */
final class DecisionThread implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionThread.class);
    static final int QUEUE_MAX = 10_000;
    private static final int GROUP_MAX = 64;
    private static final long IDLE_MILLIS = 100;
    private static final int ATTEMPTS_MAX = 2;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ArrayBlockingQueue<Call> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final CommitPipeline pipeline;
    private final EntityCache cache;
    private final CommandBus bus;
    private final Answers answers;
    private final Lease lease;
    private final Consumer<Call> warmAgain;
    private final Consumer<String> defect;
    private final JsonBuffer json = new JsonBuffer(1 << 18);
    private final Overlay overlay;
    private volatile boolean closing;
    private volatile long deciding;

    DecisionThread(
            CommitPipeline pipeline,
            EntityCache cache,
            CommandBus bus,
            Answers answers,
            Lease lease,
            Consumer<Call> warmAgain,
            Consumer<String> defect) {
        this.pipeline = pipeline;
        this.cache = cache;
        this.bus = bus;
        this.answers = answers;
        this.lease = lease;
        this.warmAgain = warmAgain;
        this.defect = defect;
        this.overlay = new Overlay(cache);
    }

    /** False where the queue is full. */
    boolean offer(Call call) {
        return !closing && queue.offer(call);
    }

    int queued() {
        return queue.size();
    }

    /** How long the oldest command has waited to be decided: what is being decided is older than all that is queued. */
    Duration oldest() {
        var since = deciding;
        if (since == 0) {
            var call = queue.peek();
            since = call == null ? 0 : call.enqueuedAt;
        }
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    void close() {
        closing = true;
    }

    @Override
    public void run() {
        var calls = new ArrayList<Call>(GROUP_MAX);
        while (!closing || !queue.isEmpty()) {
            try {
                var first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    calls.add(first);
                    queue.drainTo(calls, GROUP_MAX - 1);
                    deciding = first.enqueuedAt;
                    decideAll(List.copyOf(calls));
                    deciding = 0;
                    calls.clear();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** In their order, and what stands alone by itself. */
    private void decideAll(List<Call> calls) {
        var from = 0;
        for (var i = 0; i < calls.size(); i++) {
            if (calls.get(i).standsAlone()) {
                decide(calls.subList(from, i));
                decide(calls.subList(i, i + 1));
                from = i + 1;
            }
        }
        decide(calls.subList(from, calls.size()));
    }

    private void decide(List<Call> calls) {
        if (calls.isEmpty()) {
            return;
        }
        var group = new Group(pipeline.start(), calls, json, overlay, cache);
        try {
            // Inside, everything up to the queue happens on this thread; the rest when the row is durable.
            bus.dispatch(Messages.command(group), null).whenComplete((_, failure) -> finished(group, failure));
        } catch (RuntimeException | Error e) {
            finished(group, e);
        }
        group.evictBroken();
        group.cold().forEach(warmAgain);
    }

    private void finished(Group group, @Nullable Throwable failure) {
        if (failure == null) {
            answerWhenDurable(group);
            return;
        }
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        switch (cause) {
            case RolledBackException e -> answers.unavailable(decided(group), e.getMessage());
            case WriterStoppedException e -> answers.unavailable(decided(group), e.getMessage());
            default -> again(group, cause);
        }
    }

    private static List<Call> decided(Group group) {
        return group.calls().stream()
                .filter(call -> !group.cold().contains(call))
                .toList();
    }

    /** What leaves no event waits all the same: nothing leaves before what it is based on is durable. */
    private void answerWhenDurable(Group group) {
        if (!group.events().isEmpty()) {
            answers.decided(group.calls());
            return;
        }
        pipeline.whenDurable(group.start(), group.start().position() - 1).whenComplete((_, failure) -> {
            if (failure == null && lease.isHeld()) {
                answers.decided(group.calls());
            } else {
                answers.unavailable(
                        decided(group), "what it is based on was thrown away, or is no longer ours to tell");
            }
        });
    }

    /** Nothing was queued: the states are forgotten, the keys stay reserved, and each is decided again by itself. */
    private void again(Group group, Throwable cause) {
        LOG.error("A group failed before it was queued", cause);
        if (group.isQueued()) {
            defect.accept("a group failed after it was queued: " + cause);
            return;
        }
        group.evict();
        for (var call : decided(group)) {
            if (call.failedAgain() < ATTEMPTS_MAX) {
                warmAgain.accept(call);
            } else {
                defect.accept("a command cannot be appended: " + cause);
                answers.failed(call);
            }
        }
    }

    static Outcome.Unavailable unavailable(String why) {
        return new Outcome.Unavailable(RETRY_AFTER, why);
    }
}
