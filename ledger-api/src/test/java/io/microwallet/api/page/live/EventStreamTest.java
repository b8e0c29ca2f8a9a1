package io.microwallet.api.page.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.link.LinkId;
import io.microwallet.core.wallet.WalletId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventStreamTest {
    private static final String RETRY = "retry: 2000\n\n";

    private Instant now = Instant.parse("2026-11-23T18:00:00Z");
    private final StreamLimits limits = new StreamLimits(1, 1, Duration.ofMillis(1), Duration.ofMinutes(30));
    private final EventStream events = new EventStream(limits, () -> now);
    private final LiveStream stream =
            new LiveStream(new LinkId(UUID.randomUUID()), new WalletId(UUID.randomUUID()), "cookie", 7);

    @Test
    void what_happened_is_told_with_its_position_for_a_reader_who_comes_back() throws Exception {
        stream.tell(Signal.CHANGED, 12);
        stream.tell(Signal.ENDED);
        assertThat(written(this::later)).isEqualTo(RETRY + "event: ended\ndata: 1\n\n");

        stream.tell(Signal.CHANGED, 13);
        assertThat(written(onceAwaited(() -> stream.tell(Signal.ENDED))))
                .startsWith(RETRY + "id: 13\nevent: changed\ndata: 1\n\n");
    }

    @Test
    void many_signals_of_one_kind_are_told_once() throws Exception {
        stream.tell(Signal.CHANGED, 8);
        stream.tell(Signal.CHANGED, 9);
        stream.tell(Signal.READ, 10);
        assertThat(written(onceAwaited(() -> stream.tell(Signal.ENDED))))
                .isEqualTo(
                        RETRY + "id: 10\nevent: changed\ndata: 1\n\nevent: read\ndata: 1\n\nevent: ended\ndata: 1\n\n");
    }

    @Test
    void a_session_that_was_closed_elsewhere_ends_the_stream_at_the_next_heartbeat() throws Exception {
        var asked = new int[1];
        assertThat(written(() -> ++asked[0] < 4 ? later() : Optional.empty()))
                .isEqualTo(RETRY + ":\n\n:\n\nevent: ended\ndata: 1\n\n");
    }

    @Test
    @Timeout(30)
    void a_session_that_ends_by_time_ends_the_stream_then_and_not_at_the_next_heartbeat() throws Exception {
        var hourly = new EventStream(new StreamLimits(1, 1, Duration.ofHours(1), Duration.ofHours(2)), () -> now);
        var out = new ByteArrayOutputStream();
        var asked = new int[1];

        hourly.write(stream, () -> ++asked[0] == 1 ? Optional.of(now.plusMillis(1)) : Optional.empty(), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(RETRY + "event: ended\ndata: 1\n\n");
    }

    @Test
    void an_old_stream_ends_without_a_word_so_that_the_browser_opens_the_next() throws Exception {
        assertThat(written(onceAwaited(() -> now = now.plus(limits.life())))).isEqualTo(RETRY + ":\n\n");
    }

    @Test
    void a_service_that_goes_down_lets_the_stream_go() throws Exception {
        stream.tell(Signal.DETACHED);
        assertThat(written(this::later)).isEqualTo(RETRY);
    }

    /** A session that goes on; something happens after the first wait. */
    private Supplier<Optional<Instant>> onceAwaited(Runnable then) {
        var asked = new int[1];
        return () -> {
            if (++asked[0] == 2) {
                then.run();
            }
            return later();
        };
    }

    private Optional<Instant> later() {
        return Optional.of(now.plusSeconds(900));
    }

    private String written(Supplier<Optional<Instant>> openUntil) throws Exception {
        var out = new ByteArrayOutputStream();
        events.write(stream, openUntil, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
