package io.microwallet.eventstore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and ends the test if it never holds. */
public final class Waiting {
    private Waiting() {}

    public static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Till.TIMEOUT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("what a test waited for did not happen");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
