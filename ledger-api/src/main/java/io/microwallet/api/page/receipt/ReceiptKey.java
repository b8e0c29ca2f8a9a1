package io.microwallet.api.page.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs receipts as compact JWS (RFC 7515) with Ed25519 (RFC 8037), and shows the public half as a JWK Set (RFC 7517). */
public final class ReceiptKey {
    /** Says what was signed, so that no signature for something else is ever taken for a receipt's. */
    static final String TYPE = "receipt+jws";

    private final Ed25519PrivateKeyParameters secret;
    private final OctetKeyPair publicKey;
    private final JWSHeader header;

    /** @param seed 32 bytes; the {@code kid} is the key's own thumbprint (RFC 7638) */
    public ReceiptKey(byte[] seed) {
        this.secret = new Ed25519PrivateKeyParameters(seed);
        this.publicKey = publicJwk(secret);
        this.header = new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                .keyID(publicKey.getKeyID())
                .type(new JOSEObjectType(TYPE))
                .build();
    }

    /** The same bytes for the same receipt, always. */
    public String sign(Receipt receipt) {
        try {
            var jws =
                    new JWSObject(header, new Payload(SignedReceipt.of(receipt).json()));
            jws.sign(new Signer(secret));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("an Ed25519 key signs anything", e);
        }
    }

    /** A JWK Set with the public key alone. */
    byte[] keySet() {
        return new JWKSet(publicKey).toString(true).getBytes(UTF_8);
    }

    private static OctetKeyPair publicJwk(Ed25519PrivateKeyParameters secret) {
        try {
            var x = Base64URL.encode(secret.generatePublicKey().getEncoded());
            return new OctetKeyPair.Builder(Curve.Ed25519, x)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.EdDSA)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Nimbus has the format, Bouncy Castle the arithmetic. */
    private record Signer(Ed25519PrivateKeyParameters secret) implements JWSSigner {
        @Override
        public Base64URL sign(JWSHeader header, byte[] input) {
            var signer = new Ed25519Signer();
            signer.init(true, secret);
            signer.update(input, 0, input.length);
            return Base64URL.encode(signer.generateSignature());
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return Set.of(JWSAlgorithm.EdDSA);
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }
    }
}
