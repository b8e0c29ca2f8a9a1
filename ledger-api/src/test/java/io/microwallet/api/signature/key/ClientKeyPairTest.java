package io.microwallet.api.signature.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.client.PublicKey.Algorithm;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKeyPairTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void a_pair_comes_back_from_its_file_which_only_its_owner_can_read(Algorithm algorithm) throws IOException {
        var pair = ClientKeyPair.generate(algorithm, new SecureRandom()).withKeyId("sandbox_k_7");
        var file = folder.resolve("keys/till.jwk");

        pair.write(file);

        var read = ClientKeyPair.read(file);
        assertThat(read.keyId()).isEqualTo("sandbox_k_7");
        assertThat(read.publicKey()).isEqualTo(pair.publicKey());
        assertThat(Signatures.verify(pair.publicKey(), MESSAGE, read.sign(MESSAGE)))
                .isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> pair.write(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void the_public_jwk_holds_no_secret_and_gives_the_same_key(Algorithm algorithm) throws IOException {
        var pair = ClientKeyPair.generate(algorithm, new SecureRandom());

        var jwk = PublicJwk.format(pair.publicKey());

        assertThat(jwk).doesNotContain("\"d\"");
        assertThat(PublicJwk.parse(jwk)).isEqualTo(pair.publicKey());
        assertThat(pair.toString()).contains(PublicJwk.thumbprint(pair.publicKey()));
    }

    @Test
    void a_private_key_is_refused_where_a_public_one_belongs() throws IOException {
        var file = folder.resolve("own.jwk");
        ClientKeyPair.generate(Algorithm.ED25519, new SecureRandom()).write(file);
        var json = Files.readString(file);

        assertThatThrownBy(() -> PublicJwk.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("private");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs\"}",
                // 31 bytes, and the point of order one
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0Q\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
                // another curve, and a point that is not on P-256
                "{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"x\":\"AAAA\",\"y\":\"AAAA\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA\",\"y\":\"Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F4\"}"
            })
    void what_is_no_public_key_is_refused(String json) {
        assertThatThrownBy(() -> PublicJwk.parse(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_pair_whose_halves_do_not_fit_is_refused() throws IOException {
        var file = folder.resolve("a.jwk");
        ClientKeyPair.generate(Algorithm.ED25519, new SecureRandom()).write(file);
        var other = ClientKeyPair.generate(Algorithm.ED25519, new SecureRandom())
                .publicKey()
                .encoded();
        var mixed = Files.readString(file).replaceFirst("\"x\":\"[^\"]+\"", "\"x\":\"" + other + '"');

        assertThatThrownBy(() -> ClientKeyPair.parse(mixed)).isInstanceOf(IllegalArgumentException.class);
    }
}
