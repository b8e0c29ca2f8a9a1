package io.microwallet.api.signature.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.PublicKey.Algorithm;
import java.text.ParseException;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Public keys as JWKs: Ed25519 of RFC 8037, P-256 of RFC 7518. */
public final class PublicJwk {
    private static final int COORDINATE_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;

    private PublicJwk() {}

    /**
     * @throws IllegalArgumentException for another kind of key, a point that is not on the curve or of small order, and for a
     *     private key, which nobody must send
     */
    public static PublicKey parse(String json) {
        return publicKey(jwk(json));
    }

    /** The JWK of a public key, without a kid. */
    public static String format(PublicKey key) {
        return jwk(key).toJSONString();
    }

    /** SHA-256 of RFC 7638, base64url: the same for every spelling of one key. */
    public static String thumbprint(PublicKey key) {
        try {
            return jwk(key).computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Any JWK, private ones too. */
    static JWK jwk(String json) {
        try {
            return JWK.parse(JSONObjectUtils.parse(json));
        } catch (ParseException | RuntimeException e) {
            throw new IllegalArgumentException("not a JWK of an Ed25519 or P-256 key", e);
        }
    }

    static PublicKey publicKey(JWK jwk) {
        if (jwk.isPrivate()) {
            throw new IllegalArgumentException("a private key: keep it, and send its public part only");
        }
        return switch (jwk) {
            case OctetKeyPair key when key.getCurve().equals(Curve.Ed25519) -> ed25519(key);
            case ECKey key when key.getCurve().equals(Curve.P_256) -> es256(key);
            default -> throw new IllegalArgumentException("neither an Ed25519 nor a P-256 key");
        };
    }

    private static PublicKey ed25519(OctetKeyPair key) {
        var encoded = key.getDecodedX();
        if (encoded.length != COORDINATE_BYTES || !Ed25519.validatePublicKeyFull(encoded, 0)) {
            throw new IllegalArgumentException("not a point of Ed25519");
        }
        return new PublicKey(Algorithm.ED25519, Base64URL.encode(encoded).toString());
    }

    /** Nimbus has checked that the point is on the curve. */
    private static PublicKey es256(ECKey key) {
        var x = key.getX().decode();
        var y = key.getY().decode();
        if (x.length != COORDINATE_BYTES || y.length != COORDINATE_BYTES) {
            throw new IllegalArgumentException("coordinates of P-256 have 32 bytes each");
        }
        var point = new byte[1 + 2 * COORDINATE_BYTES];
        point[0] = UNCOMPRESSED;
        System.arraycopy(x, 0, point, 1, COORDINATE_BYTES);
        System.arraycopy(y, 0, point, 1 + COORDINATE_BYTES, COORDINATE_BYTES);
        return new PublicKey(
                Algorithm.ECDSA_P256_SHA256, Base64URL.encode(point).toString());
    }

    private static JWK jwk(PublicKey key) {
        var bytes = new Base64URL(key.encoded()).decode();
        return switch (key.algorithm()) {
            case ED25519 -> new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(bytes)).build();
            case ECDSA_P256_SHA256 ->
                new ECKey.Builder(Curve.P_256, part(bytes, 1), part(bytes, 1 + COORDINATE_BYTES)).build();
        };
    }

    private static Base64URL part(byte[] point, int from) {
        return Base64URL.encode(Arrays.copyOfRange(point, from, from + COORDINATE_BYTES));
    }
}
