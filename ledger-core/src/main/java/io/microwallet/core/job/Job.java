package io.microwallet.core.job;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.job.JobEvent.UnspentReturnFinished;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.ledger.LedgerId;
import java.time.Instant;

/** One job: ordered by a client, carried out by a worker in as many decisions as it takes. */
public sealed interface Job extends Entity {
    @Override
    Job evolve(Event event, Instant at);

    /** This job as that ledger sees it: another ledger's was never born there. */
    default Job within(LedgerId ledger) {
        return this instanceof Ordered job && !job.order().ledger().equals(ledger) ? new Unborn() : this;
    }

    record Unborn() implements Job {
        @Override
        public Job evolve(Event event, Instant at) {
            return event instanceof UnspentReturnOrdered e ? new Running(e, at) : this;
        }
    }

    /** One that is there. */
    sealed interface Ordered extends Job {
        UnspentReturnOrdered order();

        Instant startedAt();
    }

    record Running(UnspentReturnOrdered order, Instant startedAt) implements Ordered {
        @Override
        public Job evolve(Event event, Instant at) {
            return event instanceof UnspentReturnFinished e ? new Done(order, startedAt, e.totals(), at) : this;
        }
    }

    record Done(UnspentReturnOrdered order, Instant startedAt, ReturnTotals totals, Instant finishedAt)
            implements Ordered {
        @Override
        public Job evolve(Event event, Instant at) {
            return this;
        }
    }
}
