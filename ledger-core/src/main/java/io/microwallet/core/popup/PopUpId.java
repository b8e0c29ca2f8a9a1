package io.microwallet.core.popup;

import io.microwallet.core.id.Crockford;
import io.microwallet.core.id.Identifier;
import java.util.UUID;

/** Names one micro-event. */
public record PopUpId(UUID value) implements Identifier {
    public static final String PREFIX = "pop";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code pop_} and 26 digits */
    public static PopUpId parse(String text) {
        return new PopUpId(Crockford.decode(PREFIX, text));
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
