package io.microwallet.eventstore.decide;

import io.microwallet.eventstore.codec.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Stamps decisions. The machine's clock in microseconds has one floor for the whole partition: it is never earlier than what was
 * stamped before, across restarts too. A ledger's clock is that plus an offset of its own which only grows, so that its time never
 * goes backwards either and no other ledger's moves with it, and nothing has to be remembered a ledger: a clock that was moved by an
 * event which is thrown away is as it was. For the deciding thread alone.
 */
final class LedgerClock {
    private final InstantSource clock;
    private long last;

    /** {@code floor}: by the machine's clock. */
    LedgerClock(InstantSource clock, Instant floor) {
        this.clock = clock;
        this.last = Micros.of(floor);
    }

    /**
     * The moment of one decision.
     *
     * @param machine microseconds
     * @param at by the ledger's clock
     */
    record Stamp(long machine, Instant at) {}

    Stamp stamp(Duration offset) {
        last = Math.max(last, Micros.floor(clock.instant()));
        return new Stamp(last, Micros.at(last).plus(offset));
    }
}
