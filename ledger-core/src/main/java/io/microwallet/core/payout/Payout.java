package io.microwallet.core.payout;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.payout.PayoutEvent.PayoutFailed;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.payout.PayoutEvent.PayoutSettled;
import java.time.Instant;

/** One payout, from its request to what the bank says of it. Each of the bank's two words is booked once, in either order. */
public sealed interface Payout extends Entity {
    @Override
    Payout evolve(Event event, Instant at);

    /** This payout as that ledger sees it: another ledger's was never born there. */
    default Payout within(LedgerId ledger) {
        var own = switch (this) {
            case Unborn _ -> true;
            case Requested payout -> payout.request().ledger().equals(ledger);
            case Settled payout -> payout.request().ledger().equals(ledger);
            case Failed payout -> payout.request().ledger().equals(ledger);
            case Returned payout -> payout.request().ledger().equals(ledger);
            case SettledAfterAll payout -> payout.request().ledger().equals(ledger);
        };
        return own ? this : new Unborn();
    }

    record Unborn() implements Payout {
        @Override
        public Payout evolve(Event event, Instant at) {
            return event instanceof PayoutRequested e ? new Requested(e, at) : this;
        }
    }

    /** On its way. */
    record Requested(PayoutRequested request, Instant requestedAt) implements Payout {
        @Override
        public Payout evolve(Event event, Instant at) {
            return event instanceof PayoutEvent e ? after(e, at) : this;
        }

        private Payout after(PayoutEvent event, Instant at) {
            return switch (event) {
                case PayoutSettled _ -> new Settled(request, requestedAt, at);
                case PayoutFailed _ -> new Failed(request, requestedAt, at);
                case PayoutRequested _ -> this;
            };
        }
    }

    /** It left our bank account; the bank may still send it back. */
    record Settled(PayoutRequested request, Instant requestedAt, Instant at) implements Payout {
        @Override
        public Payout evolve(Event event, Instant at) {
            return event instanceof PayoutFailed ? new Returned(request, requestedAt, at) : this;
        }
    }

    /** It never left; it may turn out that it did. */
    record Failed(PayoutRequested request, Instant requestedAt, Instant at) implements Payout {
        @Override
        public Payout evolve(Event event, Instant at) {
            return event instanceof PayoutSettled ? new SettledAfterAll(request, requestedAt, at) : this;
        }
    }

    /** It left our bank account and came back. */
    record Returned(PayoutRequested request, Instant requestedAt, Instant at) implements Payout {
        @Override
        public Payout evolve(Event event, Instant at) {
            return this;
        }
    }

    /** It was called failed, and left our bank account nevertheless. */
    record SettledAfterAll(PayoutRequested request, Instant requestedAt, Instant at) implements Payout {
        @Override
        public Payout evolve(Event event, Instant at) {
            return this;
        }
    }
}
