package io.microwallet.core.client;

import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.client.ClientEvent.ClientRevoked;
import io.microwallet.core.client.ClientEvent.KeyAdded;
import io.microwallet.core.client.ClientEvent.KeyRevoked;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerId;
import java.time.Instant;
import java.util.Set;

/** One public key and what calls signed under it may do. */
public sealed interface ClientKey extends Entity {
    @Override
    ClientKey evolve(Event event, Instant at);

    record Unborn() implements ClientKey {
        @Override
        public ClientKey evolve(Event event, Instant at) {
            return event instanceof ClientEvent e ? after(e) : this;
        }

        private ClientKey after(ClientEvent event) {
            return switch (event) {
                case ClientAdded e -> new Active(e.key(), e.client(), e.ledger(), e.scopes(), e.publicKey());
                case KeyAdded e -> new Active(e.key(), e.client(), e.ledger(), e.scopes(), e.publicKey());
                case KeyRevoked _, ClientRevoked _ -> this;
            };
        }
    }

    record Active(KeyId id, ClientId client, LedgerId ledger, Set<Scope> scopes, PublicKey publicKey)
            implements ClientKey {
        @Override
        public ClientKey evolve(Event event, Instant at) {
            return event instanceof ClientEvent e ? after(e, at) : this;
        }

        private ClientKey after(ClientEvent event, Instant at) {
            return switch (event) {
                case KeyRevoked _, ClientRevoked _ -> new Revoked(id, client, ledger, at);
                case ClientAdded _, KeyAdded _ -> this;
            };
        }
    }

    record Revoked(KeyId id, ClientId client, LedgerId ledger, Instant revokedAt) implements ClientKey {
        @Override
        public ClientKey evolve(Event event, Instant at) {
            return this;
        }
    }
}
