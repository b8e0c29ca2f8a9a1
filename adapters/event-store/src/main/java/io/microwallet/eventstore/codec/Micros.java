package io.microwallet.eventstore.codec;

import java.time.Instant;

/** Microseconds since 1970: what the log knows of time. */
public final class Micros {
    private static final long A_SECOND = 1_000_000;
    private static final long NANOS = 1_000;

    private Micros() {}

    public static long of(Instant instant) {
        return instant.getEpochSecond() * A_SECOND + instant.getNano() / NANOS;
    }

    public static Instant at(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * NANOS);
    }
}
