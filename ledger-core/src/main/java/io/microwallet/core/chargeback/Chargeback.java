package io.microwallet.core.chargeback;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import java.time.Instant;

/** One dispute about a payment, as a processor tells of it. */
public sealed interface Chargeback extends Entity {
    @Override
    Chargeback evolve(Event event, Instant at);

    record Unborn() implements Chargeback {
        @Override
        public Chargeback evolve(Event event, Instant at) {
            return event instanceof ChargedBack e ? new Booked(e, at) : this;
        }
    }

    /** The processor has the money. */
    record Booked(ChargedBack chargedBack, Instant at) implements Chargeback {
        @Override
        public Chargeback evolve(Event event, Instant at) {
            return event instanceof DisputeWon e ? new Won(chargedBack, this.at, e, at) : this;
        }
    }

    /** The money came back. */
    record Won(ChargedBack chargedBack, Instant at, DisputeWon won, Instant wonAt) implements Chargeback {
        @Override
        public Chargeback evolve(Event event, Instant at) {
            return this;
        }
    }
}
