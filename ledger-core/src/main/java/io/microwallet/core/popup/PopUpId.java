package io.microwallet.core.popup;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names one micro-event. */
public record PopUpId(UUID value) implements EntityId<PopUp> {
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
    public Tag tag() {
        return new Tag(Tag.Kind.POP_UP, value);
    }

    @Override
    public PopUp unborn() {
        return new PopUp.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
