package io.microwallet.core.hold;

import io.microwallet.core.id.Crockford;
import io.microwallet.core.id.Identifier;
import java.util.UUID;

/** Names one hold. */
public record HoldId(UUID value) implements Identifier {
    public static final String PREFIX = "ho";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code ho_} and 26 digits */
    public static HoldId parse(String text) {
        return new HoldId(Crockford.decode(PREFIX, text));
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
