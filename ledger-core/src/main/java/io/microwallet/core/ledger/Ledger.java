package io.microwallet.core.ledger;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.privacy.SealedText;
import java.time.Instant;
import java.time.ZoneId;

/** One tenant's books. */
public sealed interface Ledger extends Entity {
    @Override
    Ledger evolve(Event event, Instant at);

    record Unborn() implements Ledger {
        @Override
        public Ledger evolve(Event event, Instant at) {
            return event instanceof LedgerCreated e ? new Created(e.ledger(), e.mode(), e.zone(), e.name(), at) : this;
        }
    }

    record Created(LedgerId id, Mode mode, ZoneId zone, SealedText name, Instant createdAt) implements Ledger {
        @Override
        public Ledger evolve(Event event, Instant at) {
            return this;
        }
    }
}
