package io.microwallet.core.topup;

import io.microwallet.core.id.Alphabet;

/** Why a processor said no, in the processor's code: {@code [a-z0-9_]{1,64}}. */
public record DeclineCode(String value) {
    private static final Alphabet ALPHABET = Alphabet.of("az", "09", "__");

    /** @throws IllegalArgumentException for any other text */
    public DeclineCode {
        if (!ALPHABET.spells(value, 1, 64)) {
            throw new IllegalArgumentException("not a decline code");
        }
    }
}
