package io.microwallet.api.page.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Writes one stream as {@code text/event-stream}, on the request's own virtual thread, until it ends. */
public final class EventStream {
    private static final String RETRY = "retry: 2000\n\n";
    private static final String HEARTBEAT = ":\n\n";

    private final StreamLimits limits;
    private final InstantSource clock;

    public EventStream(StreamLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Returns when the stream is over.
     *
     * @param openUntil when its session ends unless it is used, empty once it has: asked at every signal and heartbeat, and
     *     when that time has come
     * @throws IOException once the reader has gone
     */
    public void write(LiveStream stream, Supplier<Optional<Instant>> openUntil, OutputStream out)
            throws IOException, InterruptedException {
        var over = clock.instant().plus(limits.life());
        send(out, RETRY);
        var until = openUntil.get();
        while (clock.instant().isBefore(over)) {
            var told = stream.await(atMostUntil(until.orElse(Instant.MIN)));
            until = openUntil.get();
            if (told.contains(Signal.ENDED) || until.isEmpty()) {
                send(out, event(Signal.ENDED));
                return;
            }
            if (told.contains(Signal.DETACHED)) {
                return;
            }
            send(out, told.isEmpty() ? HEARTBEAT : "id: " + stream.position() + '\n' + events(told));
        }
    }

    /** One millisecond more: whoever wakes up at the end must find it over. */
    private Duration atMostUntil(Instant end) {
        var now = clock.instant();
        var left = end.isAfter(now) ? Duration.between(now, end).plusMillis(1) : Duration.ZERO;
        return left.compareTo(limits.heartbeat()) < 0 ? left : limits.heartbeat();
    }

    private static String events(Set<Signal> signals) {
        var text = new StringBuilder();
        signals.forEach(signal -> text.append(event(signal)));
        return text.toString();
    }

    /** Without data a browser drops the event. */
    private static String event(Signal signal) {
        return "event: " + signal.event() + "\ndata: 1\n\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
