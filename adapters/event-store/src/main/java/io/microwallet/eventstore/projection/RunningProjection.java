package io.microwallet.eventstore.projection;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One projection's processor, and how far it is. */
final class RunningProjection {
    private static final Logger LOG = LoggerFactory.getLogger(RunningProjection.class);
    private static final Duration STALLED = Duration.ofSeconds(10);
    private static final long STOP_SECONDS = 5;

    private final PooledStreamingEventProcessor processor;
    private long position = -1;
    private long movedAt = System.nanoTime();

    RunningProjection(java.util.function.Function<RunningProjection, PooledStreamingEventProcessor> processor) {
        this.processor = processor.apply(this);
    }

    void start() {
        processor.start();
    }

    synchronized void reached(long newest) {
        position = Math.max(position, newest);
        movedAt = System.nanoTime();
        notifyAll();
    }

    synchronized long position() {
        return position;
    }

    synchronized boolean await(long wanted, Duration max) throws InterruptedException {
        var until = System.nanoTime() + max.toNanos();
        for (var left = max.toMillis(); position < wanted && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return position >= wanted;
    }

    /** A coordinator of Axon 5.0.1 can retry for ever without opening a stream: one that stalls is started anew. */
    void restartIfStalled(long durable) {
        synchronized (this) {
            if (position >= durable || System.nanoTime() - movedAt < STALLED.toNanos()) {
                return;
            }
            movedAt = System.nanoTime();
        }
        LOG.warn("The projection {} stalls at {} of {}: starting it anew", processor.name(), position(), durable);
        stop();
        processor.start();
    }

    void stop() {
        try {
            processor.shutdown().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            var why = e.getCause() instanceof TimeoutException ? "it takes too long" : e.getMessage();
            LOG.warn("The projection {} did not stop in order: {}", processor.name(), why);
        }
    }
}
