package io.microwallet.core.client;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names one public key of a client; its text in the API also says sandbox or live. */
public record KeyId(UUID value) implements EntityId<ClientKey> {
    public static final String PREFIX = "k";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code k_} and 26 digits */
    public static KeyId parse(String text) {
        return new KeyId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.KEY, value);
    }

    @Override
    public ClientKey unborn() {
        return new ClientKey.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
