package io.microwallet.core.refund;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names one refund. */
public record RefundId(UUID value) implements EntityId<Refund> {
    public static final String PREFIX = "re";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code re_} and 26 digits */
    public static RefundId parse(String text) {
        return new RefundId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.REFUND, value);
    }

    @Override
    public Refund unborn() {
        return new Refund.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
