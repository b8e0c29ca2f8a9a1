package io.microwallet.api.survival;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting that ends a test instead of hanging it. */
final class Until {
    private static final long SECONDS_MAX = 60;
    private static final long LOOK_NANOS = 2_000_000;

    private Until() {}

    static void holds(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never happened: " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    static void open(CountDownLatch door) {
        try {
            if (!door.await(SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new AssertionError("a door stayed shut");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
