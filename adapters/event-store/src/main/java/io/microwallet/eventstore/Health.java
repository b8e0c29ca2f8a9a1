package io.microwallet.eventstore;

import java.time.Duration;
import java.util.List;

/**
 * How the store is, as of the moment when it was asked.
 *
 * @param serving whether reads and writes are answered
 * @param troubles what a person should look at; empty while all is well
 * @param indexLag events that are durable and not indexed yet
 */
public record Health(
        boolean serving, List<String> troubles, long position, long indexLag, int queued, Duration oldestQueued) {
    public Health {
        troubles = List.copyOf(troubles);
    }

    public boolean isGreen() {
        return serving && troubles.isEmpty();
    }
}
