package io.microwallet.core.journal;

import io.microwallet.core.id.Alphabet;

/** The code of a payment processor: {@code [a-z][a-z0-9-]{1,31}}, as in {@code simulator}. */
public record ProcessorId(String value) {
    private static final Alphabet ALPHABET = Alphabet.of("az", "09", "--");

    /** @throws IllegalArgumentException for any other text */
    public ProcessorId {
        if (!ALPHABET.spells(value, 2, 32) || value.charAt(0) < 'a') {
            throw new IllegalArgumentException("not the code of a processor");
        }
    }
}
