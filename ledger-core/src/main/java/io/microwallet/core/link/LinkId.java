package io.microwallet.core.link;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names one balance link; the secret is not in it. */
public record LinkId(UUID value) implements EntityId<BalanceLink> {
    public static final String PREFIX = "bl";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code bl_} and 26 digits */
    public static LinkId parse(String text) {
        return new LinkId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.LINK, value);
    }

    @Override
    public BalanceLink unborn() {
        return new BalanceLink.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
