package io.microwallet.api.signature.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.PublicKey.Algorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client's own key pair: made where it is used; its secret goes into a file of its owner and nowhere else. */
public final class ClientKeyPair {
    private static final int SECRET_BYTES = 32;

    private final Algorithm algorithm;
    private final byte[] secret;
    private final PublicKey publicKey;
    private final @Nullable String keyId;

    private ClientKeyPair(Algorithm algorithm, byte[] secret, @Nullable String keyId) {
        this.algorithm = algorithm;
        this.secret = secret;
        var encoded = Signatures.publicOf(algorithm, secret);
        this.publicKey = new PublicKey(algorithm, Base64URL.encode(encoded).toString());
        this.keyId = keyId;
    }

    /** A new pair, without a keyid as yet. */
    public static ClientKeyPair generate(Algorithm algorithm, SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        do {
            random.nextBytes(secret);
        } while (algorithm == Algorithm.ECDSA_P256_SHA256 && !Signatures.isScalar(secret));
        return new ClientKeyPair(algorithm, secret, null);
    }

    /** Reads a private JWK, with its keyid as {@code kid}; refuses a file that holds none. */
    public static ClientKeyPair read(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException unless the text is a private JWK for Ed25519 or P-256 whose halves fit */
    public static ClientKeyPair parse(String json) {
        var jwk = PublicJwk.jwk(json);
        var pair = new ClientKeyPair(algorithm(jwk), secret(jwk), jwk.getKeyID());
        if (!pair.publicKey.equals(PublicJwk.publicKey(jwk.toPublicJWK()))) {
            throw new IllegalArgumentException("the public part of this key is not of its private part");
        }
        return pair;
    }

    /** This pair under the name that the service gave it. */
    public ClientKeyPair withKeyId(String keyId) {
        return new ClientKeyPair(algorithm, secret, keyId);
    }

    /** @throws IllegalStateException for a pair that the service does not know as yet */
    public String keyId() {
        return Optional.ofNullable(keyId).orElseThrow(() -> new IllegalStateException("this key pair has no keyid"));
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /** 64 bytes. */
    public byte[] sign(byte[] message) {
        return Signatures.sign(algorithm, secret, message);
    }

    /** Writes the private JWK to a new file that only its owner can read; refuses to replace one. */
    public void write(Path file) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var channel = Files.newByteChannel(file, options, ownerOnly)) {
            channel.write(ByteBuffer.wrap((privateJwk() + '\n').getBytes(UTF_8)));
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "ClientKeyPair[" + (keyId == null ? PublicJwk.thumbprint(publicKey) : keyId) + ']';
    }

    private String privateJwk() {
        var bytes = new Base64URL(publicKey.encoded()).decode();
        JWK jwk = switch (algorithm) {
            case ED25519 ->
                new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(bytes))
                        .d(Base64URL.encode(secret))
                        .keyID(keyId)
                        .build();
            case ECDSA_P256_SHA256 ->
                new ECKey.Builder(
                                Curve.P_256,
                                Base64URL.encode(Arrays.copyOfRange(bytes, 1, 1 + SECRET_BYTES)),
                                Base64URL.encode(Arrays.copyOfRange(bytes, 1 + SECRET_BYTES, bytes.length)))
                        .d(Base64URL.encode(secret))
                        .keyID(keyId)
                        .build();
        };
        return jwk.toJSONString();
    }

    private static Algorithm algorithm(JWK jwk) {
        return switch (jwk) {
            case OctetKeyPair key when key.getCurve().equals(Curve.Ed25519) -> Algorithm.ED25519;
            case ECKey key when key.getCurve().equals(Curve.P_256) -> Algorithm.ECDSA_P256_SHA256;
            default -> throw new IllegalArgumentException("neither an Ed25519 nor a P-256 key");
        };
    }

    private static byte[] secret(JWK jwk) {
        var d = switch (jwk) {
            case OctetKeyPair key -> key.getD();
            case ECKey key -> key.getD();
            default -> null;
        };
        if (d == null || d.decode().length != SECRET_BYTES) {
            throw new IllegalArgumentException("not a private key of " + SECRET_BYTES + " bytes");
        }
        return d.decode();
    }
}
