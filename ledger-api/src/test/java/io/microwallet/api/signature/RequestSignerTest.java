package io.microwallet.api.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.signature.Verification.Verified;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.ClientKey;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey.Algorithm;
import io.microwallet.core.client.Scope;
import io.microwallet.core.ledger.LedgerId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestSignerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void what_it_signs_is_verified_for_every_method_and_target(Algorithm algorithm) {
        var pair = ClientKeyPair.generate(algorithm, new SecureRandom()).withKeyId("sandbox_k_1");
        var signer = new RequestSigner(pair, CLOCK, new SecureRandom());
        for (var method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
            for (var target : List.of("/v1/wallets", "/v1/wallets?", "/v1/a%2Fb?x=%20y&x=2", "/?=")) {
                for (var body : List.of("", "{\"name\":\"Zoë\"}")) {
                    assertVerified(
                            pair, signer, method, URI.create("http://Localhost:8080" + target), bytes(body, method));
                }
            }
        }
    }

    private static void assertVerified(ClientKeyPair pair, RequestSigner signer, String method, URI uri, byte[] body) {
        var headers = Map.of("idempotency-key", "key-1", "content-type", "application/json");
        var signed = signer.sign(method, uri, headers, body);
        var fields = new TreeMap<String, List<String>>();
        signed.headers().forEach((name, value) -> fields.put(name, List.of(value)));
        fields.put("Content-Length", List.of(String.valueOf(body.length)));
        var call = SignedCall.of(method, "localhost:8080", uri.getRawPath(), uri.getRawQuery(), fields);
        var verifier = new SignatureVerifier("localhost:8080"::equals, CLOCK);

        assertThat(verifier.verify(call, _ -> key(pair)))
                .isInstanceOfSatisfying(
                        Verified.class, verified -> assertThat(verified.base()).isEqualTo(signed.base()));
        assertThat(verifier.checkBody(call, body)).isEmpty();
    }

    private static byte[] bytes(String body, String method) {
        return Set.of("GET", "HEAD").contains(method) ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    }

    private static ClientKey key(ClientKeyPair pair) {
        var id = new KeyId(new UUID(0, 1));
        return new ClientKey.Active(
                id, new ClientId(new UUID(0, 2)), new LedgerId(new UUID(0, 3)), Set.of(Scope.ADMIN), pair.publicKey());
    }
}
