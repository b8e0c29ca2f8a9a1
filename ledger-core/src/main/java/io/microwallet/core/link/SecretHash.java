package io.microwallet.core.link;

/** SHA-256 of a link's 128-bit secret: 64 lower-case hex digits. */
public record SecretHash(String value) {
    /** @throws IllegalArgumentException for any other text */
    public SecretHash {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
    }
}
