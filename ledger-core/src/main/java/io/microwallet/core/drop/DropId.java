package io.microwallet.core.drop;

import io.microwallet.core.id.Crockford;
import io.microwallet.core.id.Identifier;
import java.util.UUID;

/** Names one drop. */
public record DropId(UUID value) implements Identifier {
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
    public String toString() {
        return text();
    }
}
