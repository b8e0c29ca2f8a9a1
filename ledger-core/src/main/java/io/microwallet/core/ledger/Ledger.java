package io.microwallet.core.ledger;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.privacy.SealedText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** One tenant's books. */
public sealed interface Ledger extends Entity {
    @Override
    Ledger evolve(Event event, Instant at);

    /** How far its clock is ahead of the machine's. Only ever grows: that is why its time never goes backwards. */
    Duration clockOffset();

    record Unborn() implements Ledger {
        @Override
        public Duration clockOffset() {
            return Duration.ZERO;
        }

        @Override
        public Ledger evolve(Event event, Instant at) {
            return event instanceof LedgerCreated e
                    ? new Created(e.ledger(), e.mode(), e.zone(), e.name(), at, Duration.ZERO)
                    : this;
        }
    }

    record Created(LedgerId id, Mode mode, ZoneId zone, SealedText name, Instant createdAt, Duration clockOffset)
            implements Ledger {
        /** @throws IllegalArgumentException for a clock behind the machine's, or a live ledger's ahead of it */
        public Created {
            if (clockOffset.isNegative() || (mode == Mode.LIVE && !clockOffset.isZero())) {
                throw new IllegalArgumentException("only a sandbox's clock is moved, and only forward");
            }
        }

        @Override
        public Ledger evolve(Event event, Instant at) {
            return this;
        }
    }
}
