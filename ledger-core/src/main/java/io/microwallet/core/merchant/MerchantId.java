package io.microwallet.core.merchant;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names a seller in one ledger. */
public record MerchantId(UUID value) implements EntityId<Merchant> {
    public static final String PREFIX = "m";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code m_} and 26 digits */
    public static MerchantId parse(String text) {
        return new MerchantId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.MERCHANT, value);
    }

    @Override
    public Merchant unborn() {
        return new Merchant.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
