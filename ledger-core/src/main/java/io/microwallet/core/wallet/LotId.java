package io.microwallet.core.wallet;

import io.microwallet.core.id.Crockford;
import io.microwallet.core.id.Identifier;
import io.microwallet.core.topup.TopUpId;
import java.util.UUID;

/** Names one lot: what came of one top-up or one grant. */
public record LotId(UUID value) implements Identifier {
    public static final String PREFIX = "lot";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code lot_} and 26 digits */
    public static LotId parse(String text) {
        return new LotId(Crockford.decode(PREFIX, text));
    }

    /** The cash that a top-up brought is named by it. */
    public static LotId of(TopUpId topUp) {
        return new LotId(topUp.value());
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
