package io.microwallet.core.hold;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import io.microwallet.core.purchase.PurchaseId;
import java.util.UUID;

/** Names one hold. */
public record HoldId(UUID value) implements EntityId<Hold> {
    public static final String PREFIX = "ho";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code ho_} and 26 digits */
    public static HoldId parse(String text) {
        return new HoldId(Crockford.decode(PREFIX, text));
    }

    /** Whatever is captured of it, in however many parts, is one purchase. */
    public PurchaseId purchase() {
        return new PurchaseId(value);
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.HOLD, value);
    }

    @Override
    public Hold unborn() {
        return new Hold.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
