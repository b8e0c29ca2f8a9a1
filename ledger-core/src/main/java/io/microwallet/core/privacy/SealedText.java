package io.microwallet.core.privacy;

import io.microwallet.core.id.Alphabet;

/** A text from outside, readable only while its subject's data key exists: base64url, without padding, of nonce and AES-GCM ciphertext. */
public record SealedText(String value) {
    public static final int LENGTH_MAX = 2_048;
    private static final Alphabet BASE64_URL = Alphabet.of("AZ", "az", "09", "--", "__");

    /** @throws IllegalArgumentException for what is no base64url of 1 to {@link #LENGTH_MAX} characters */
    public SealedText {
        if (!BASE64_URL.spells(value, 1, LENGTH_MAX)) {
            throw new IllegalArgumentException("not a sealed text");
        }
    }
}
