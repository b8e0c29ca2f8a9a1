package io.microwallet.core.client;

import io.microwallet.core.id.Alphabet;

/**
 * A client's public key.
 *
 * @param encoded base64url without padding: 32 bytes of RFC 8032 for Ed25519, 65 bytes of an uncompressed SEC 1 point for ES256
 */
public record PublicKey(Algorithm algorithm, String encoded) {
    private static final Alphabet BASE64_URL = Alphabet.of("AZ", "az", "09", "--", "__");

    /** @throws IllegalArgumentException unless the text is base64url of the algorithm's length */
    public PublicKey {
        if (!BASE64_URL.spells(encoded, algorithm.encodedLength, algorithm.encodedLength)) {
            throw new IllegalArgumentException("not a public key of " + algorithm);
        }
    }

    /** The signature algorithms of the RFC 9421 registry that a key may have. */
    public enum Algorithm {
        ED25519(43),
        ECDSA_P256_SHA256(87);

        private final int encodedLength;

        Algorithm(int encodedLength) {
            this.encodedLength = encodedLength;
        }
    }
}
