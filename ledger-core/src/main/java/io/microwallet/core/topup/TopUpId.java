package io.microwallet.core.topup;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names one top-up; it is also the processor's idempotency key for it. */
public record TopUpId(UUID value) implements EntityId<TopUp> {
    public static final String PREFIX = "tu";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code tu_} and 26 digits */
    public static TopUpId parse(String text) {
        return new TopUpId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.TOP_UP, value);
    }

    @Override
    public TopUp unborn() {
        return new TopUp.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
