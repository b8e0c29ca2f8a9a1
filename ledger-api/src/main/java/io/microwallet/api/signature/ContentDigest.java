package io.microwallet.api.signature;

import static io.microwallet.api.signature.SignatureRejection.DIGEST_MISMATCH;
import static io.microwallet.api.signature.SignatureRejection.DIGEST_UNSUPPORTED;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** RFC 9530 Content-Digest of a whole body. */
final class ContentDigest {
    static final String FIELD = "content-digest";

    /** The active algorithms of the registry. */
    private static final Map<String, String> ALGORITHMS = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    private ContentDigest() {}

    /** The field's value for this body. */
    static String of(byte[] body) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest("SHA-256", body)) + ':';
    }

    /** Every digest in the field that we can compute must fit, and there must be one. */
    static void check(String field, byte[] body) {
        var known = digests(field);
        known.keySet().retainAll(ALGORITHMS.keySet());
        if (known.isEmpty()) {
            throw new RejectedException(DIGEST_UNSUPPORTED, "Content-Digest names neither sha-256 nor sha-512.");
        }
        known.forEach((name, expected) -> {
            if (!MessageDigest.isEqual(expected, digest(ALGORITHMS.getOrDefault(name, name), body))) {
                throw new RejectedException(DIGEST_MISMATCH, "The " + name + " of the body is another.");
            }
        });
    }

    private static Map<String, byte[]> digests(String field) {
        try {
            return SignatureInput.signatures(field);
        } catch (RejectedException _) {
            throw new RejectedException(DIGEST_UNSUPPORTED, "Content-Digest is not a dictionary of byte sequences.");
        }
    }

    private static byte[] digest(String algorithm, byte[] body) {
        try {
            return MessageDigest.getInstance(algorithm).digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
