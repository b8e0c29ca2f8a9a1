package io.microwallet.api.bench;

import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.request.RequestRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Keeps a fixed number of commands in flight, each under a key and a fingerprint of its own; only durable successes count. */
final class ClosedLoop {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final long LATENCY_MAX_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;

    private final Decisions decisions;
    private final Market market;
    private final int inFlight;
    private final Semaphore room;
    private final LongAdder failures = new LongAdder();
    private volatile Histogram latencies = histogram();

    ClosedLoop(Decisions decisions, Market market, int inFlight) {
        this.decisions = decisions;
        this.market = market;
        this.inFlight = inFlight;
        this.room = new Semaphore(inFlight);
    }

    /** @param latencies of the successes, in microseconds */
    record Outcomes(Histogram latencies, long failures, Duration took) {
        double perSecond() {
            return latencies.getTotalCount() / (took.toNanos() / 1e9);
        }

        double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e3;
        }
    }

    /**
     * Sends each order once and waits for all of them. What they name is cold, and the sender waits for its load: a thread each.
     *
     * @throws IllegalStateException unless all succeed
     */
    void sendAll(Iterable<Market.Order> orders) throws InterruptedException {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var order : orders) {
                var request = request(order);
                room.acquire();
                senders.execute(() -> submit(request, order));
            }
        }
        settle();
        if (failures.sum() > 0) {
            throw new IllegalStateException(failures.sum() + " commands of the preparation failed");
        }
    }

    /** Warms up, then measures; what was sent before the clock starts and answered after it is not counted. */
    Outcomes run(Supplier<Market.Order> orders, Duration warmUp, Duration measured) throws InterruptedException {
        sendUntil(orders, System.nanoTime() + warmUp.toNanos());
        latencies = histogram();
        failures.reset();
        var begun = System.nanoTime();
        sendUntil(orders, begun + measured.toNanos());
        settle();
        return new Outcomes(latencies, failures.sum(), Duration.ofNanos(System.nanoTime() - begun));
    }

    private void sendUntil(Supplier<Market.Order> orders, long end) throws InterruptedException {
        while (System.nanoTime() < end) {
            send(orders.get());
        }
    }

    private void send(Market.Order order) throws InterruptedException {
        room.acquire();
        submit(request(order), order);
    }

    private void submit(Request request, Market.Order order) {
        var counted = latencies;
        var sent = System.nanoTime();
        decisions.submit(request, order.command()).thenAccept(outcome -> {
            if (outcome instanceof Outcome.Decided decided && accepted(decided)) {
                var micros = (System.nanoTime() - sent) / 1_000;
                counted.recordValue(Math.min(micros, LATENCY_MAX_MICROS));
            } else {
                failures.increment();
            }
            room.release();
        });
    }

    private Request request(Market.Order order) {
        var id = new RequestId(market.client(), new IdempotencyKey(market.uuid()));
        var fingerprint = market.uuid();
        return new Request(
                id,
                new Fingerprint(fingerprint.getMostSignificantBits(), fingerprint.getLeastSignificantBits()),
                market.ledger(),
                order.operation(),
                1,
                1,
                Instant.now().plus(DEADLINE));
    }

    private void settle() throws InterruptedException {
        room.acquire(inFlight);
        room.release(inFlight);
    }

    private static boolean accepted(Outcome.Decided decided) {
        return !decided.replayed() && !(decided.events().getFirst().event() instanceof RequestRefused);
    }

    private static Histogram histogram() {
        return new ConcurrentHistogram(LATENCY_MAX_MICROS, DIGITS);
    }
}
