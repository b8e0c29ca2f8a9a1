package io.microwallet.api.cli.service;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Fresh idempotency keys: UUIDs of version 7 (RFC 9562), which sort by time. */
public final class IdempotencyKeys {
    private static final int RANDOM_BITS_OF_HIGH = 12;

    private IdempotencyKeys() {}

    public static String fresh(InstantSource clock, SecureRandom random) {
        var high = (clock.millis() << 16) | (7L << RANDOM_BITS_OF_HIGH) | random.nextInt(1 << RANDOM_BITS_OF_HIGH);
        var low = (random.nextLong() >>> 2) | (1L << (Long.SIZE - 1));
        return new UUID(high, low).toString();
    }
}
