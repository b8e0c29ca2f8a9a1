package io.microwallet.eventstore.codec;

import java.time.Instant;

/** Microseconds since 1970: what the log knows of time. */
public final class Micros {
    private static final long A_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    private Micros() {}

    /** What is decided is what is stored. @throws IllegalArgumentException for a time that is finer */
    public static long of(Instant instant) {
        if (instant.getNano() % NANOS != 0) {
            throw new IllegalArgumentException(instant + " is finer than a microsecond");
        }
        return floor(instant);
    }

    /** Of a clock, which may be finer. */
    public static long floor(Instant instant) {
        return instant.getEpochSecond() * A_SECOND + instant.getNano() / NANOS;
    }

    public static Instant at(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * NANOS);
    }
}
