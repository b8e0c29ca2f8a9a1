package io.microwallet.core.topup;

import io.microwallet.core.id.Alphabet;

/** The processor's own id of a payment: {@code [A-Za-z0-9._:-]{1,128}}. */
public record ProcessorReference(String value) {
    private static final Alphabet ALPHABET = Alphabet.of("AZ", "az", "09", "..", "__", "::", "--");

    /** @throws IllegalArgumentException for any other text */
    public ProcessorReference {
        if (!ALPHABET.spells(value, 1, 128)) {
            throw new IllegalArgumentException("not a processor's reference");
        }
    }
}
