package io.microwallet.core.link;

import io.microwallet.core.id.Alphabet;

/** SHA-256 of a link's 128-bit secret: 64 lower-case hex digits. */
public record SecretHash(String value) {
    private static final Alphabet ALPHABET = Alphabet.of("09", "af");

    /** @throws IllegalArgumentException for any other text */
    public SecretHash {
        if (!ALPHABET.spells(value, 64, 64)) {
            throw new IllegalArgumentException("not a SHA-256");
        }
    }
}
