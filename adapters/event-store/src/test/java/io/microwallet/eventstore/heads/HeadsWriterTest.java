package io.microwallet.eventstore.heads;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.EventStoreSettings;
import io.microwallet.eventstore.Stores;
import io.microwallet.eventstore.Till;
import io.microwallet.eventstore.Waiting;
import io.microwallet.eventstore.log.Head;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heads are signed while the log grows, and not only when it is opened and closed. */
class HeadsWriterTest {
    private static final Duration SOON = Duration.ofMillis(1);
    private static final int TICKS = 5;

    @TempDir
    private Path directory;

    private KeyPair keys;

    @BeforeEach
    void makeKeys() throws IOException {
        keys = HeadKeys.openOrCreate(directory);
    }

    @Test
    void what_an_open_store_writes_is_signed_when_the_time_comes_again_and_again() {
        var settings = Stores.settings(Stores.database())
                .withHeadKey(keys.getPrivate())
                .withHeadsEvery(SOON);
        var file = HeadsFile.in(settings.directory());
        try (var store = EventStore.open(settings)) {
            for (var round = 0; round < TICKS; round++) {
                Till.open(store.decisions());
                var written = store.books().open();
                Waiting.until(() -> lastPosition(file) == written.position());
                var head = heads(file).getLast();
                assertThat(HexFormat.of().formatHex(head.chain())).isEqualTo(written.chain());
                assertThat(head.isSignedBy(keys.getPublic())).isTrue();
            }
        }
    }

    @Test
    void a_minute_passes_between_heads_unless_a_test_is_in_a_hurry() {
        assertThat(EventStoreSettings.of("", "", "", directory).headsEvery()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_log_that_did_not_grow_is_not_signed_again() {
        var asked = new AtomicInteger();
        try (var writer = writer(directory, () -> head(asked.incrementAndGet() > TICKS ? 2 : 1))) {
            writer.start();
            Waiting.until(() -> asked.get() > 2 * TICKS);
        }
        assertThat(positions(HeadsFile.in(directory))).containsExactly(1L, 2L);
    }

    @Test
    void a_disk_that_was_away_for_a_while_gets_its_head_afterwards() throws IOException {
        var later = directory.resolve("not there yet");
        var asked = new AtomicInteger();
        try (var writer = writer(later, () -> head(Math.min(1, asked.incrementAndGet())))) {
            writer.start();
            Waiting.until(() -> asked.get() > TICKS);
            Files.createDirectory(later);
            Waiting.until(() -> positions(HeadsFile.in(later)).equals(List.of(1L)));
        }
    }

    private HeadsWriter writer(Path where, Supplier<Head> head) {
        return new HeadsWriter(HeadsFile.in(where), 0, keys.getPrivate(), InstantSource.system(), SOON, head);
    }

    private static Head head(long position) {
        return new Head(position, 1, 0, new byte[32]);
    }

    private static long lastPosition(HeadsFile file) {
        var positions = positions(file);
        return positions.isEmpty() ? -1 : positions.getLast();
    }

    private static List<Long> positions(HeadsFile file) {
        return heads(file).stream().map(SignedHead::position).toList();
    }

    private static List<SignedHead> heads(HeadsFile file) {
        var heads = new ArrayList<SignedHead>();
        try {
            file.forEachLine(line -> heads.add(SignedHead.parse(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heads;
    }
}
