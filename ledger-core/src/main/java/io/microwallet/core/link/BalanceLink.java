package io.microwallet.core.link;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkEvent.LinkRevoked;
import java.time.Instant;

/** A member's link to one wallet's balance. */
public sealed interface BalanceLink extends Entity {
    @Override
    BalanceLink evolve(Event event, Instant at);

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
