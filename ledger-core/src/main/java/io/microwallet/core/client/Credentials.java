package io.microwallet.core.client;

import io.microwallet.core.privacy.SealedText;
import java.util.Set;

/** A new client as it is asked for: its ids, what it may do, and the public key that it made. */
public record Credentials(ClientId client, KeyId key, PublicKey publicKey, Set<Scope> scopes, SealedText name) {
    public Credentials {
        scopes = Set.copyOf(scopes);
    }
}
