package io.microwallet.core.settlement;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPaidOut;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPayoutContradicted;
import java.time.Instant;

/** One payout of a processor to our bank account. */
public sealed interface ProcessorPayout extends Entity {
    @Override
    ProcessorPayout evolve(Event event, Instant at);

    /** What is in the books, of a payout that is. */
    sealed interface Known extends ProcessorPayout {
        ProcessorPaidOut paidOut();

        Instant at();
    }

    record Unborn() implements ProcessorPayout {
        @Override
        public ProcessorPayout evolve(Event event, Instant at) {
            return event instanceof ProcessorPaidOut e ? new Booked(e, at) : this;
        }
    }

    /** The money is in our bank account. */
    record Booked(ProcessorPaidOut paidOut, Instant at) implements Known {
        @Override
        public ProcessorPayout evolve(Event event, Instant at) {
            return event instanceof ProcessorPayoutContradicted e ? new Contradicted(paidOut, this.at, e.told()) : this;
        }
    }

    /** The money is in our bank account as it was told first; {@code told} is what was told last, which is not that. */
    record Contradicted(ProcessorPaidOut paidOut, Instant at, Settlement told) implements Known {
        @Override
        public ProcessorPayout evolve(Event event, Instant at) {
            return event instanceof ProcessorPayoutContradicted e ? new Contradicted(paidOut, this.at, e.told()) : this;
        }
    }
}
