package io.microwallet.core.client;

import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.client.ClientEvent.ClientRevoked;
import io.microwallet.core.client.ClientEvent.KeyAdded;
import io.microwallet.core.client.ClientEvent.KeyRevoked;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.privacy.SealedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Someone who may call the API. */
public sealed interface Client extends Entity {
    int KEYS_MAX = 10;

    @Override
    Client evolve(Event event, Instant at);

    /** This client as that ledger sees it: another ledger's was never born there. */
    default Client within(LedgerId ledger) {
        var own = switch (this) {
            case Unborn _ -> true;
            case Active client -> client.ledger().equals(ledger);
            case Revoked client -> client.ledger().equals(ledger);
        };
        return own ? this : new Unborn();
    }

    record Unborn() implements Client {
        @Override
        public Client evolve(Event event, Instant at) {
            return event instanceof ClientAdded e
                    ? new Active(e.client(), e.ledger(), e.scopes(), List.of(e.key()), e.name(), at)
                    : this;
        }
    }

    /** {@code keys} are those not revoked, at most {@link #KEYS_MAX}. */
    record Active(
            ClientId id,
            LedgerId ledger,
            Set<Scope> scopes,
            List<KeyId> keys,
            @Nullable SealedText name,
            Instant addedAt)
            implements Client {
        public Active {
            keys = List.copyOf(keys);
        }

        @Override
        public Client evolve(Event event, Instant at) {
            return event instanceof ClientEvent e ? after(e, at) : this;
        }

        private Client after(ClientEvent event, Instant at) {
            return switch (event) {
                case KeyAdded e -> with(e.key());
                case KeyRevoked e -> without(e.key());
                case ClientRevoked _ -> new Revoked(id, ledger, scopes, name, addedAt, at);
                case ClientAdded _ -> this;
            };
        }

        private Active with(KeyId key) {
            var more = new ArrayList<>(keys);
            more.add(key);
            return new Active(id, ledger, scopes, more, name, addedAt);
        }

        private Active without(KeyId key) {
            var fewer = new ArrayList<>(keys);
            fewer.remove(key);
            return new Active(id, ledger, scopes, fewer, name, addedAt);
        }
    }

    record Revoked(
            ClientId id,
            LedgerId ledger,
            Set<Scope> scopes,
            @Nullable SealedText name,
            Instant addedAt,
            Instant revokedAt)
            implements Client {
        @Override
        public Client evolve(Event event, Instant at) {
            return this;
        }
    }
}
