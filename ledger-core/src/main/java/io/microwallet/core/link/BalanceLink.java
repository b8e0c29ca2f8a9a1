package io.microwallet.core.link;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkEvent.LinkRevoked;
import java.time.Instant;

/** A member's link to one wallet's balance. */
public sealed interface BalanceLink extends Entity {
    @Override
    BalanceLink evolve(Event event, Instant at);

    /** This link as that ledger sees it: another ledger's was never born there. */
    default BalanceLink within(LedgerId ledger) {
        var own = switch (this) {
            case Unborn _ -> true;
            case Issued link -> link.created().ledger().equals(ledger);
            case Revoked link -> link.created().ledger().equals(ledger);
        };
        return own ? this : new Unborn();
    }

    record Unborn() implements BalanceLink {
        @Override
        public BalanceLink evolve(Event event, Instant at) {
            return event instanceof LinkCreated e ? new Issued(e, at) : this;
        }
    }

    /** Valid until it expires. */
    record Issued(LinkCreated created, Instant createdAt) implements BalanceLink {
        @Override
        public BalanceLink evolve(Event event, Instant at) {
            return event instanceof LinkRevoked ? new Revoked(created, createdAt, at) : this;
        }
    }

    record Revoked(LinkCreated created, Instant createdAt, Instant revokedAt) implements BalanceLink {
        @Override
        public BalanceLink evolve(Event event, Instant at) {
            return this;
        }
    }
}
