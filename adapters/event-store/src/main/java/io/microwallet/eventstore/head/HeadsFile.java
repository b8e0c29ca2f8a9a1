package io.microwallet.eventstore.head;

import io.microwallet.eventstore.codec.Micros;
import io.microwallet.eventstore.log.Head;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PrivateKey;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends a signed head to {@code heads.jsonl} every minute in which the log grew, and once more at the end. */
public final class HeadsFile implements AutoCloseable {
    public static final String NAME = "heads.jsonl";
    private static final Logger LOG = LoggerFactory.getLogger(HeadsFile.class);
    private static final long EVERY_SECONDS = 60;

    private final Path file;
    private final int partition;
    private final PrivateKey key;
    private final InstantSource clock;
    private final Supplier<Head> head;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("heads").daemon().factory());
    private long written = -1;

    /** {@code head}: the newest durable one. */
    public HeadsFile(Path directory, int partition, PrivateKey key, InstantSource clock, Supplier<Head> head) {
        this.file = directory.resolve(NAME);
        this.partition = partition;
        this.key = key;
        this.clock = clock;
        this.head = head;
    }

    /** Every head in the file, oldest first; none where there is no file. */
    public static List<SignedHead> read(Path directory) throws IOException {
        var file = directory.resolve(NAME);
        return Files.exists(file)
                ? Files.readAllLines(file).stream().map(SignedHead::parse).toList()
                : List.of();
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::append, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private synchronized void append() {
        var newest = head.get();
        if (newest.last() <= written) {
            return;
        }
        var chain = HexFormat.of().formatHex(newest.chain());
        var signed = SignedHead.sign(partition, newest.last(), chain, Micros.of(clock.instant()), key);
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((signed.line() + '\n').getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
            written = newest.last();
        } catch (IOException e) {
            LOG.warn("No head was written: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        append();
    }
}
