package io.microwallet.eventstore;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting that ends a test instead of hanging it. */
final class Latches {
    private Latches() {}

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(Till.TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("what a test waited for did not happen");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
