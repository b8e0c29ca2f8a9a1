package io.microwallet.eventstore.heads;

import io.microwallet.eventstore.log.Head;
import java.io.IOException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs the head every so often, where the log grew since, and once more at the end. */
public final class HeadsWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadsWriter.class);

    private final HeadsFile file;
    private final int partition;
    private final PrivateKey key;
    private final InstantSource clock;
    private final Duration every;
    private final Supplier<Head> head;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("heads").daemon().factory());
    private long written = -1;

    /** {@code head}: the newest durable one. */
    public HeadsWriter(
            HeadsFile file, int partition, PrivateKey key, InstantSource clock, Duration every, Supplier<Head> head) {
        this.file = file;
        this.partition = partition;
        this.key = key;
        this.clock = clock;
        this.every = every;
        this.head = head;
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::append, 0, every.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void append() {
        var newest = head.get();
        if (newest.last() <= written) {
            return;
        }
        try {
            file.append(SignedHead.sign(partition, newest.last(), newest.chain(), clock.instant(), key));
            written = newest.last();
        } catch (IOException | RuntimeException e) {
            // Thrown further, it would end the timer for good.
            LOG.warn("No head was written: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        // Never interrupted: that would close the file in the middle of a line.
        timer.shutdown();
        append();
    }
}
