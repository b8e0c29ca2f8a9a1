package io.microwallet.core.client;

/**
 * A client's public key.
 *
 * @param encoded base64url without padding: 32 bytes of RFC 8032 for Ed25519, 65 bytes of an uncompressed SEC 1 point for ES256
 */
public record PublicKey(Algorithm algorithm, String encoded) {
    /** The signature algorithms of the RFC 9421 registry that a key may have. */
    public enum Algorithm {
        ED25519,
        ECDSA_P256_SHA256
    }
}
