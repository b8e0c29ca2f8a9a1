package io.microwallet.api.bench.load;

import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Decisions.Submission;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RequestRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Keeps a fixed number of commands in flight, one by one or in groups; each under a key and a fingerprint of its own. */
public final class ClosedLoop {
    private static final int ROUNDS_MAX = 5;
    /** Of a load that is not a preparation, nobody asks for them. */
    private static final int UNAVAILABLE_MAX = 10_000;

    private final Decisions decisions;
    private final int inFlight;
    private final int groupOf;
    private final Senders senders;
    private final Semaphore room;
    private final Queue<Order> unavailable = new ConcurrentLinkedQueue<>();
    private volatile Tally tally = new Tally();

    /** Who waits where a command needs something that is not in memory yet. */
    public enum Senders {
        /** One thread sends all: for what is in memory, so that it never waits. */
        ONE,
        /** A thread a command, as the service has it. */
        MANY
    }

    public ClosedLoop(Decisions decisions, int inFlight, int groupOf, Senders senders) {
        this.decisions = decisions;
        this.inFlight = inFlight;
        this.groupOf = groupOf;
        this.senders = senders;
        this.room = new Semaphore(inFlight);
    }

    public int inFlight() {
        return inFlight;
    }

    /** Of what is running, or ran last. */
    public Tally tally() {
        return tally;
    }

    /**
     * Does each order once and waits for all of them; what nothing was written of, since too much was going on, is sent again.
     *
     * @throws IllegalStateException unless all succeed
     */
    public void sendAll(Iterator<Order> orders) throws InterruptedException {
        var left = orders;
        for (var round = 1; left.hasNext(); round++) {
            unavailable.clear();
            var sent = run(left::next, left::hasNext);
            if (sent.failures() > unavailable.size() || round == ROUNDS_MAX && sent.failures() > 0) {
                throw new IllegalStateException("commands of the preparation failed: " + sent.others());
            }
            left = List.copyOf(unavailable).iterator();
        }
    }

    /** What is sent in this time; what is answered a little after it counts, and so does the time until then. */
    public Tally run(Supplier<Order> orders, Duration time) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        return run(orders, () -> System.nanoTime() < end);
    }

    private Tally run(Supplier<Order> orders, BooleanSupplier more) throws InterruptedException {
        var counted = new Tally();
        tally = counted;
        switch (senders) {
            case ONE -> send(orders, more, counted, Runnable::run);
            case MANY -> {
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    send(orders, more, counted, threads);
                }
            }
        }
        settle();
        counted.end();
        return counted;
    }

    private void send(Supplier<Order> orders, BooleanSupplier more, Tally counted, Executor threads)
            throws InterruptedException {
        while (more.getAsBoolean()) {
            room.acquire(groupOf);
            if (groupOf == 1) {
                var order = orders.get();
                threads.execute(() -> submit(order, counted));
            } else {
                var group = new ArrayList<Order>(groupOf);
                for (var i = 0; i < groupOf; i++) {
                    group.add(orders.get());
                }
                threads.execute(() -> submit(group, counted));
            }
        }
    }

    private void submit(Order order, Tally counted) {
        var sent = System.nanoTime();
        decisions.submit(order.request(), order.command()).thenAccept(outcome -> ended(order, outcome, sent, counted));
    }

    private void submit(List<Order> group, Tally counted) {
        var sent = System.nanoTime();
        var calls = new ArrayList<Submission>(group.size());
        group.forEach(order -> calls.add(new Submission(order.request(), order::command)));
        var outcomes = decisions.submitInOrder(calls);
        for (var i = 0; i < group.size(); i++) {
            var order = group.get(i);
            outcomes.get(i).thenAccept(outcome -> ended(order, outcome, sent, counted));
        }
    }

    private void ended(Order order, Outcome outcome, long sent, Tally counted) {
        try {
            if (outcome instanceof Outcome.Decided decided && accepted(decided)) {
                counted.success(sent);
                order.then().run();
            } else {
                counted.other(name(outcome));
                if (outcome instanceof Outcome.Unavailable && unavailable.size() < UNAVAILABLE_MAX) {
                    unavailable.add(order);
                }
            }
        } finally {
            room.release();
        }
    }

    private static boolean accepted(Outcome.Decided decided) {
        return !decided.replayed() && !(decided.events().getFirst().event() instanceof RequestRefused);
    }

    private static String name(Outcome outcome) {
        return outcome instanceof Outcome.Decided decided
                        && decided.events().getFirst().event() instanceof RequestRefused refused
                ? refused.code().value()
                : outcome.getClass().getSimpleName();
    }

    private void settle() throws InterruptedException {
        room.acquire(inFlight);
        room.release(inFlight);
    }
}
