package io.microwallet.api.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.api.signature.key.PublicJwk;
import io.microwallet.api.signature.key.Signatures;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples that RFC 9421 and RFC 9530 print. */
class RfcVectorsTest {
    /** RFC 9421 appendix B.1.4. */
    private static final String ED25519_KEY = """
            {"kty":"OKP","crv":"Ed25519","kid":"test-key-ed25519",
             "d":"n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU","x":"JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs"}""";

    /** RFC 9421 appendix B.1.3. */
    private static final String P256_KEY = """
            {"kty":"EC","crv":"P-256","kid":"test-key-ecc-p256","d":"UpuF81l-kOxbjf7T4mNSv0r5tN67Gim7rnf6EFpcYDs",
             "x":"qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA","y":"Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0"}""";

    private static final String DIGEST_512 =
            "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:";

    /** RFC 9421 appendix B.2: the request that the examples sign. */
    private static final SignedCall REQUEST = SignedCall.of(
            "POST",
            "example.com",
            "/foo",
            "param=Value&Pet=dog",
            Map.of(
                    "Host", List.of("example.com"),
                    "Date", List.of("Tue, 20 Apr 2021 02:07:55 GMT"),
                    "Content-Type", List.of("application/json"),
                    "Content-Digest", List.of(DIGEST_512),
                    "Content-Length", List.of("18")));

    @Test
    void b_2_6_signs_a_request_with_ed25519() {
        var components = List.of("date", "@method", "@path", "@authority", "content-type", "content-length");
        var parameters = "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
                + ";created=1618884473;keyid=\"test-key-ed25519\"";

        var base = SignatureBase.of(REQUEST, components, parameters);

        assertThat(base.text()).isEqualTo("""
                "date": Tue, 20 Apr 2021 02:07:55 GMT
                "@method": POST
                "@path": /foo
                "@authority": example.com
                "content-type": application/json
                "content-length": 18
                "@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length")\
                ;created=1618884473;keyid="test-key-ed25519\"""");
        var pair = ClientKeyPair.parse(ED25519_KEY);
        var signature =
                bytes("wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==");
        assertThat(pair.sign(base.bytes())).isEqualTo(signature);
        assertThat(Signatures.verify(pair.publicKey(), base.bytes(), signature)).isTrue();
    }

    @Test
    void b_2_4_verifies_and_signs_with_ecdsa_p256() {
        var base = """
                "@status": 200
                "content-type": application/json
                "content-digest": sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:
                "content-length": 23
                "@signature-params": ("@status" "content-type" "content-digest" "content-length")\
                ;created=1618884473;keyid="test-key-ecc-p256\"""".getBytes(StandardCharsets.US_ASCII);
        var pair = ClientKeyPair.parse(P256_KEY);
        var signature =
                bytes("wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==");

        assertThat(Signatures.verify(pair.publicKey(), base, signature)).isTrue();
        assertThat(Signatures.verify(pair.publicKey(), base, pair.sign(base))).isTrue();
        signature[40] ^= 1;
        assertThat(Signatures.verify(pair.publicKey(), base, signature)).isFalse();
    }

    @Test
    void b_2_3_covers_the_query_with_its_question_mark() {
        var components = List.of(
                "date", "@method", "@path", "@query", "@authority", "content-type", "content-digest", "content-length");

        var base = SignatureBase.of(REQUEST, components, "();created=1618884473");

        assertThat(base.text().lines())
                .contains("\"@query\": ?param=Value&Pet=dog", "\"content-digest\": " + DIGEST_512);
    }

    @Test
    void section_2_2_7_signs_a_question_mark_where_there_is_no_query() {
        var call = SignedCall.of("GET", "WWW.Example.com:443", "", null, Map.of());

        assertThat(call.query()).isEqualTo("?");
        assertThat(call.path()).isEqualTo("/");
        assertThat(call.authority()).isEqualTo("www.example.com");
    }

    @Test
    void section_2_1_strips_white_space_round_a_value() {
        var call = SignedCall.of(
                "GET", "example.com", "/", null, Map.of("X-OWS-Header", List.of("  Leading and trailing. ")));

        assertThat(SignatureBase.of(call, List.of("x-ows-header"), "()").text())
                .startsWith("\"x-ows-header\": Leading and trailing.\n");
    }

    @Test
    void rfc_9530_digests() {
        var body = "{\"hello\": \"world\"}".getBytes(StandardCharsets.US_ASCII);
        assertThat(ContentDigest.of(body)).isEqualTo("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");
        assertThat(ContentDigest.of(
                        (new String(body, StandardCharsets.US_ASCII) + '\n').getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
        assertThat(ContentDigest.of(new byte[0])).isEqualTo("sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
        ContentDigest.check(DIGEST_512, body);
        ContentDigest.check(
                "md5=:AAAA:, " + DIGEST_512 + ", sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:", body);
        assertThatThrownBy(() -> ContentDigest.check(DIGEST_512, new byte[0])).isInstanceOf(RejectedException.class);
    }

    @Test
    void rfc_8037_thumbprint() {
        var jwk = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

        assertThat(PublicJwk.thumbprint(PublicJwk.parse(jwk))).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
