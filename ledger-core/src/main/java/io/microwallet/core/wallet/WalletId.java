package io.microwallet.core.wallet;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** A wallet's own id; it never leaves the service: clients see their own tokens for it. */
public record WalletId(UUID value) implements EntityId<Wallet> {
    public static final String PREFIX = "w";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code w_} and 26 digits */
    public static WalletId parse(String text) {
        return new WalletId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.WALLET, value);
    }

    @Override
    public Wallet unborn() {
        return new Wallet.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
