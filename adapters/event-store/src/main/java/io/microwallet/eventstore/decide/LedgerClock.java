package io.microwallet.eventstore.decide;

import io.microwallet.eventstore.codec.Micros;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Stamps decisions: the machine's clock in microseconds, never earlier than what was stamped before, across restarts too. One
 * floor for the whole partition is a floor for each of its ledgers. For the deciding thread alone.
 */
final class LedgerClock {
    private final InstantSource clock;
    private long last;

    LedgerClock(InstantSource clock, Instant floor) {
        this.clock = clock;
        this.last = Micros.of(floor);
    }

    Instant stamp() {
        last = Math.max(last, Micros.of(clock.instant()));
        return Micros.at(last);
    }
}
