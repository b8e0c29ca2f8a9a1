package io.microwallet.core.drop;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names one drop. */
public record DropId(UUID value) implements EntityId<Drop> {
    public static final String PREFIX = "dr";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code dr_} and 26 digits */
    public static DropId parse(String text) {
        return new DropId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.DROP, value);
    }

    @Override
    public Drop unborn() {
        return new Drop.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
