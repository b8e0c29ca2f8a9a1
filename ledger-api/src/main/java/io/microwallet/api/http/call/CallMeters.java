package io.microwallet.api.http.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/** How long signed calls take, by what they were answered with. */
public final class CallMeters {
    private final MeterRegistry meters;
    private final ConcurrentHashMap<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String method, int status) {}

    public CallMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param begun by {@link System#nanoTime} */
    void answered(String method, int status, long begun) {
        timers.computeIfAbsent(new Kind(known(method), status), this::timer)
                .record(Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Strangers may send any word as a method: it must not make meters. */
    private static String known(String method) {
        return switch (method) {
            case "GET", "POST", "PUT", "PATCH" -> method;
            default -> "OTHER";
        };
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("Signed calls, from the door to the answer")
                .tag("method", kind.method())
                .tag("status", Integer.toString(kind.status()))
                .register(meters);
    }
}
