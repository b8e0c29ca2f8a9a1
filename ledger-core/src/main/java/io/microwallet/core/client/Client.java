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
    @Override
    Client evolve(Event event, Instant at);

    record Unborn() implements Client {
        @Override
        public Client evolve(Event event, Instant at) {
            return event instanceof ClientAdded e
                    ? new Active(e.client(), e.ledger(), e.scopes(), List.of(e.key()), e.name(), at)
                    : this;
        }
    }

    /** {@code keys} are those not revoked. */
    record Active(
            ClientId id, LedgerId ledger, Set<Scope> scopes, List<KeyId> keys, @Nullable SealedText name, Instant addedAt)
            implements Client {
        @Override
        public Client evolve(Event event, Instant at) {
            return switch (event) {
                case KeyAdded e -> {
                    var more = new ArrayList<>(keys);
                    more.add(e.key());
                    yield with(more);
                }
                case KeyRevoked e -> with(keys.stream().filter(key -> !key.equals(e.key())).toList());
                case ClientRevoked _ -> new Revoked(id, ledger, scopes, name, addedAt, at);
                default -> this;
            };
        }

        private Active with(List<KeyId> keys) {
            return new Active(id, ledger, scopes, List.copyOf(keys), name, addedAt);
        }
    }

    record Revoked(
            ClientId id, LedgerId ledger, Set<Scope> scopes, @Nullable SealedText name, Instant addedAt, Instant revokedAt)
            implements Client {
        @Override
        public Client evolve(Event event, Instant at) {
            return this;
        }
    }
}
