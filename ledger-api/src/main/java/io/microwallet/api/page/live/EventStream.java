package io.microwallet.api.page.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BooleanSupplier;

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
     * Returns when the stream is over. {@code stillOpen} is asked at every signal and heartbeat.
     *
     * @throws IOException once the reader has gone
     */
    public void write(LiveStream stream, BooleanSupplier stillOpen, OutputStream out)
            throws IOException, InterruptedException {
        var over = clock.instant().plus(limits.life());
        send(out, RETRY);
        while (clock.instant().isBefore(over)) {
            var told = stream.await(limits.heartbeat());
            if (told.contains(Signal.ENDED) || !stillOpen.getAsBoolean()) {
                send(out, event(Signal.ENDED));
                return;
            }
            if (told.contains(Signal.DETACHED)) {
                return;
            }
            send(out, told.isEmpty() ? HEARTBEAT : "id: " + stream.position() + '\n' + events(told));
        }
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
