package io.microwallet.core.client;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.privacy.SealedText;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to the clients of the API. */
public sealed interface ClientEvent extends Event {
    /** {@code name} is absent for the operator, who belongs to no ledger. */
    record ClientAdded(
            LedgerId ledger,
            ClientId client,
            Set<Scope> scopes,
            KeyId key,
            PublicKey publicKey,
            @Nullable SealedText name)
            implements ClientEvent {
        public ClientAdded {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public List<Tag> tags() {
            return List.of(client.tag(), key.tag(), ledger.tag());
        }
    }

    record KeyAdded(LedgerId ledger, ClientId client, Set<Scope> scopes, KeyId key, PublicKey publicKey)
            implements ClientEvent {
        public KeyAdded {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public List<Tag> tags() {
            return List.of(client.tag(), key.tag());
        }
    }

    record KeyRevoked(ClientId client, KeyId key) implements ClientEvent {
        @Override
        public List<Tag> tags() {
            return List.of(client.tag(), key.tag());
        }
    }

    /** {@code keys} are all that the client had. */
    record ClientRevoked(ClientId client, List<KeyId> keys) implements ClientEvent {
        public ClientRevoked {
            keys = List.copyOf(keys);
        }

        @Override
        public List<Tag> tags() {
            return Stream.concat(Stream.of(client.tag()), keys.stream().map(KeyId::tag))
                    .toList();
        }
    }
}
