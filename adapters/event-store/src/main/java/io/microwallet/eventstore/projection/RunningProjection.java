package io.microwallet.eventstore.projection;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One projection's processor, and how far it is. */
record RunningProjection(PooledStreamingEventProcessor processor, ProjectionProgress progress) {
    private static final Logger LOG = LoggerFactory.getLogger(RunningProjection.class);
    private static final Duration STALLED = Duration.ofSeconds(10);
    private static final long STOP_SECONDS = 5;

    void start() {
        processor.start();
    }

    /** A coordinator of Axon 5.0.1 can retry for ever without opening a stream: one that stalls is started anew. */
    void restartIfStalled() {
        if (progress.hasStalled(STALLED)) {
            LOG.warn("The projection {} stalls at {}: starting it anew", processor.name(), progress.position());
            stop();
            processor.start();
        }
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
