package io.microwallet.core.purchase;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names one purchase. */
public record PurchaseId(UUID value) implements EntityId<Purchase> {
    public static final String PREFIX = "pu";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code pu_} and 26 digits */
    public static PurchaseId parse(String text) {
        return new PurchaseId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.PURCHASE, value);
    }

    @Override
    public Purchase unborn() {
        return new Purchase.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
