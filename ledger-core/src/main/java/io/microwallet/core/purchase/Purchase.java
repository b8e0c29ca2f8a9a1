package io.microwallet.core.purchase;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import java.time.Instant;

/** One sale. */
public sealed interface Purchase extends Entity {
    @Override
    Purchase evolve(Event event, Instant at);

    record Unborn() implements Purchase {
        @Override
        public Purchase evolve(Event event, Instant at) {
            return event instanceof Purchased e ? new Made(e, at) : this;
        }
    }

    record Made(Purchased purchased, Instant at) implements Purchase {
        @Override
        public Purchase evolve(Event event, Instant at) {
            return this;
        }
    }
}
