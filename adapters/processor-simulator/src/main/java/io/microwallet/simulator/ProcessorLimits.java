package io.microwallet.simulator;

import java.time.Clock;
import java.time.Duration;

/**
 * The bounds of every call to a processor.
 *
 * @param timeout of one try; the money may still be taken after it
 * @param callsMax that may run at once; a further one waits for as long as {@code timeout}
 * @param triesMax of one call, each with the same key
 * @param retryPause between two tries
 * @param breakerWindow the breaker opens when half of this many calls in a row got no answer
 * @param breakerOpen how long it lets nothing through then, before a few calls try again
 * @param clock of the breaker
 */
public record ProcessorLimits(
        Duration timeout,
        int callsMax,
        int triesMax,
        Duration retryPause,
        int breakerWindow,
        Duration breakerOpen,
        Clock clock) {

    /** What suits a processor on the same machine. */
    public static ProcessorLimits standard() {
        return new ProcessorLimits(
                Duration.ofSeconds(5), 64, 2, Duration.ofMillis(100), 40, Duration.ofSeconds(5), Clock.systemUTC());
    }
}
