package io.microwallet.core.payout;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names one payout to a merchant. */
public record PayoutId(UUID value) implements EntityId<Payout> {
    public static final String PREFIX = "po";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code po_} and 26 digits */
    public static PayoutId parse(String text) {
        return new PayoutId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.PAYOUT, value);
    }

    @Override
    public Payout unborn() {
        return new Payout.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
