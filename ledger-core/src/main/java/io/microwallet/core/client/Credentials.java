package io.microwallet.core.client;

import io.microwallet.core.privacy.SealedText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A new client as it is asked for: its ids, what it may do, and the public key that it made. Only the operator has no name. */
public record Credentials(
        ClientId client,
        KeyId key,
        PublicKey publicKey,
        Set<Scope> scopes,
        @Nullable SealedText name) {
    /** @throws IllegalArgumentException without a scope, or without a name for any other than the operator */
    public Credentials {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a client has a scope");
        }
        if (name == null && !scopes.contains(Scope.OPERATOR)) {
            throw new IllegalArgumentException("a ledger's client has a name");
        }
    }
}
