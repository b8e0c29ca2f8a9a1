package io.microwallet.api.signature.key;

import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.PublicKey.Algorithm;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;

/** Ed25519 of RFC 8032 and ECDSA over P-256 with SHA-256, whose signatures are r and s side by side (RFC 9421 section 3.3). */
public final class Signatures {
    private static final int SIGNATURE_BYTES = 64;
    private static final int SCALAR_BYTES = 32;

    /** To find a key's point on the curve is a tenth of the work of a look at a signature: the newest are kept. */
    private static final Map<PublicKey, Ed25519PublicKeyParameters> POINTS = new ConcurrentHashMap<>();

    private static final int POINTS_MAX = 10_000;

    private Signatures() {}

    /** The curve costs some milliseconds, which a holder of an Ed25519 key need not spend. */
    private static final class P256 {
        static final ECDomainParameters DOMAIN = new ECDomainParameters(ECNamedCurveTable.getByName("P-256"));
    }

    /** The name in the registry of RFC 9421. */
    public static String nameOf(Algorithm algorithm) {
        return switch (algorithm) {
            case ED25519 -> "ed25519";
            case ECDSA_P256_SHA256 -> "ecdsa-p256-sha256";
        };
    }

    /** @return false for anything but a good signature, of whatever length */
    public static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        return switch (key.algorithm()) {
            case ED25519 -> verifyEd25519(key, message, signature);
            case ECDSA_P256_SHA256 -> verifyEs256(Base64.getUrlDecoder().decode(key.encoded()), message, signature);
        };
    }

    static byte[] sign(Algorithm algorithm, byte[] secret, byte[] message) {
        return switch (algorithm) {
            case ED25519 -> signEd25519(secret, message);
            case ECDSA_P256_SHA256 -> signEs256(secret, message);
        };
    }

    /** The encoded public key (see {@link PublicKey}) of a secret one. */
    static byte[] publicOf(Algorithm algorithm, byte[] secret) {
        return switch (algorithm) {
            case ED25519 ->
                new Ed25519PrivateKeyParameters(secret).generatePublicKey().getEncoded();
            case ECDSA_P256_SHA256 ->
                P256.DOMAIN.getG().multiply(new BigInteger(1, secret)).getEncoded(false);
        };
    }

    /** Whether 32 bytes are a secret of P-256: above zero and below the order of the group. */
    static boolean isScalar(byte[] secret) {
        var scalar = new BigInteger(1, secret);
        return scalar.signum() > 0 && scalar.compareTo(P256.DOMAIN.getN()) < 0;
    }

    private static boolean verifyEd25519(PublicKey key, byte[] message, byte[] signature) {
        var verifier = new Ed25519Signer();
        verifier.init(false, point(key));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    /** Pure: which keys count, and which are revoked, is not decided here. */
    private static Ed25519PublicKeyParameters point(PublicKey key) {
        var known = POINTS.get(key);
        if (known != null) {
            return known;
        }
        if (POINTS.size() >= POINTS_MAX) {
            POINTS.clear();
        }
        var point = new Ed25519PublicKeyParameters(Base64.getUrlDecoder().decode(key.encoded()));
        POINTS.put(key, point);
        return point;
    }

    private static boolean verifyEs256(byte[] encoded, byte[] message, byte[] signature) {
        var verifier = new ECDSASigner();
        var point = P256.DOMAIN.getCurve().decodePoint(encoded);
        verifier.init(false, new ECPublicKeyParameters(point, P256.DOMAIN));
        var r = new BigInteger(1, signature, 0, SCALAR_BYTES);
        var s = new BigInteger(1, signature, SCALAR_BYTES, SCALAR_BYTES);
        return verifier.verifySignature(sha256(message), r, s);
    }

    private static byte[] signEd25519(byte[] secret, byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(secret));
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    private static byte[] signEs256(byte[] secret, byte[] message) {
        // RFC 6979: no randomness to go wrong.
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, secret), P256.DOMAIN));
        var rs = signer.generateSignature(sha256(message));
        var signature = Arrays.copyOf(BigIntegers.asUnsignedByteArray(SCALAR_BYTES, rs[0]), SIGNATURE_BYTES);
        System.arraycopy(
                BigIntegers.asUnsignedByteArray(SCALAR_BYTES, rs[1]), 0, signature, SCALAR_BYTES, SCALAR_BYTES);
        return signature;
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
