package io.microwallet.core.wallet;

import io.microwallet.core.id.Crockford;
import io.microwallet.core.id.Identifier;
import java.util.UUID;

/** Names one lot: what came of one top-up or one grant. */
public record LotId(UUID value) implements Identifier {
    public static final String PREFIX = "lot";

    /** @throws IllegalArgumentException unless the text is {@code } and 26 digits */
    public static LotId parse(String text) {
        return new LotId(Crockford.decode(PREFIX, text));
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
