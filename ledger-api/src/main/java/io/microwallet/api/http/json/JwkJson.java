package io.microwallet.api.http.json;

import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.signature.key.PublicJwk;
import io.microwallet.core.client.PublicKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A public key as a client sends it: RFC 7517, Ed25519 or P-256. {@code d} is known only to be refused. */
@Schema(
        name = "PublicKey",
        description = "A public key as a JWK (RFC 7517): Ed25519 or P-256, without its private part.")
public record JwkJson(
        @Schema(example = "OKP", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String kty,

        @Schema(example = "Ed25519", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String crv,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String x,

        @Nullable String y,
        @Nullable String kid,
        @Nullable String use,
        @Nullable String alg,
        @Schema(name = "key_ops") @Nullable List<String> key_ops,
        @Nullable Boolean ext,
        @Schema(hidden = true) @Nullable String d) {

    /** The key; a problem that points at it where it is none that we take. */
    public static PublicKey publicKey(String pointer, @Nullable JwkJson value) {
        var jwk = Fields.required(pointer, value);
        if (jwk.d != null) {
            throw ProblemCode.PRIVATE_KEY_REFUSED.at(
                    pointer + "/d",
                    "Make a new key pair, and send its public part only: this one is no longer a secret.");
        }
        var plain = new JwkJson(jwk.kty, jwk.crv, jwk.x, jwk.y, null, null, null, null, null, null);
        return Fields.parsed(
                pointer,
                new String(AnswerJson.bytes(plain), StandardCharsets.UTF_8),
                PublicJwk::parse,
                "A JWK of an Ed25519 key (kty, crv, x) or a P-256 key (kty, crv, x, y) is expected.");
    }
}
