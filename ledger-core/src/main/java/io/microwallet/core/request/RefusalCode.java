package io.microwallet.core.request;

import io.microwallet.core.id.Alphabet;

/** The stable name of a refusal, as stored and as told: {@code [A-Z_]{3,64}}. */
public record RefusalCode(String value) {
    private static final Alphabet ALPHABET = Alphabet.of("AZ", "__");

    public RefusalCode {
        if (!ALPHABET.spells(value, 3, 64)) {
            throw new IllegalArgumentException("not the code of a refusal");
        }
    }
}
