package io.microwallet.core.ledger;

import io.microwallet.core.id.Alphabet;

/** The version of the service that wrote: {@code [0-9A-Za-z.+-]{1,64}}. */
public record SoftwareVersion(String value) {
    private static final Alphabet ALPHABET = Alphabet.of("09", "AZ", "az", "..", "++", "--");

    public SoftwareVersion {
        if (!ALPHABET.spells(value, 1, 64)) {
            throw new IllegalArgumentException("not a version");
        }
    }
}
