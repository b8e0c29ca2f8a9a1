package io.microwallet.api.topup.worker;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs something later. */
public interface Alarm extends AutoCloseable {
    /** {@code action} must not block; nothing rings once the alarm is closed. */
    void after(Duration delay, Runnable action);

    @Override
    void close();

    /** By the machine's clock, on one thread. */
    static Alarm clock() {
        var thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("top-up-alarm").daemon().factory());
        return new Alarm() {
            @Override
            public void after(Duration delay, Runnable action) {
                if (!thread.isShutdown()) {
                    var _ = thread.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
                }
            }

            @Override
            public void close() {
                thread.shutdownNow();
            }
        };
    }
}
