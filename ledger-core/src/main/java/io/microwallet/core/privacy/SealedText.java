package io.microwallet.core.privacy;

/** A text from outside, readable only while its subject's data key exists: base64url, without padding, of nonce and AES-GCM ciphertext. */
public record SealedText(String value) {
    public static final int LENGTH_MAX = 2_048;

    /** @throws IllegalArgumentException for what is no base64url of 1 to {@link #LENGTH_MAX} characters */
    public SealedText {
        if (value.isEmpty() || value.length() > LENGTH_MAX || !value.chars().allMatch(SealedText::isBase64Url)) {
            throw new IllegalArgumentException("not a sealed text");
        }
    }

    private static boolean isBase64Url(int c) {
        return c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
