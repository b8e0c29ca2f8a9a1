package io.microwallet.core.client;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names a client of the API; our own workers are clients too. */
public record ClientId(UUID value) implements EntityId<Client> {
    public static final String PREFIX = "c";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code c_} and 26 digits */
    public static ClientId parse(String text) {
        return new ClientId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.CLIENT, value);
    }

    @Override
    public Client unborn() {
        return new Client.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
