package io.microwallet.api.page.receipt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Optional;

/** What anybody can do with a receipt and the published keys, offline: Nimbus reads, the JDK's own Ed25519 verifies. */
public final class ReceiptVerifier {
    private static final byte[] X509_OF_ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private ReceiptVerifier() {}

    /** What the receipt says, if one of the keys signed it. */
    public static Optional<String> verified(String jws, String jwks) {
        try {
            var parsed = JWSObject.parse(jws);
            var header = parsed.getHeader();
            var key = JWKSet.parse(jwks).getKeyByKeyId(header.getKeyID());
            if (key == null || !JWSAlgorithm.EdDSA.equals(header.getAlgorithm())) {
                return Optional.empty();
            }
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey(key.toOctetKeyPair()));
            verifier.update(parsed.getSigningInput());
            return verifier.verify(parsed.getSignature().decode())
                    ? Optional.of(parsed.getPayload().toString())
                    : Optional.empty();
        } catch (ParseException | GeneralSecurityException e) {
            throw new AssertionError("no JWS, or no JWK Set: " + jws + ' ' + jwks, e);
        }
    }

    private static PublicKey publicKey(OctetKeyPair key) throws GeneralSecurityException {
        if (!key.getCurve().equals(Curve.Ed25519)) {
            throw new AssertionError("not an Ed25519 key: " + key);
        }
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(X509_OF_ED25519);
        encoded.writeBytes(key.getDecodedX());
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    }
}
