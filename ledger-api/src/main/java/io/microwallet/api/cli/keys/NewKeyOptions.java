package io.microwallet.api.cli.keys;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.Answer;
import io.microwallet.api.cli.service.KeyFiles;
import io.microwallet.api.signature.key.PublicJwk;
import io.microwallet.core.client.PublicKey.Algorithm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Makes a key pair here and has the service accept its public part. */
final class NewKeyOptions {
    @Option(names = "--es256", description = "Make an ES256 key pair (default: Ed25519).")
    private boolean es256;

    /** What the service said, and where the key pair is now. */
    record Accepted(JsonNode answer, Path file) {}

    /**
     * @param ask sends the call that introduces the public key
     * @param keyId finds the key's name in a good answer
     */
    Accepted introduce(
            KeyFiles files, String name, Function<KeyFiles.Pending, Answer> ask, Function<JsonNode, String> keyId) {
        var pending = files.pending(name, es256 ? Algorithm.ECDSA_P256_SHA256 : Algorithm.ED25519);
        var answer = ask.apply(pending);
        if (answer.refused()) {
            files.discard(pending);
        }
        var accepted = answer.orFail();
        return new Accepted(accepted, files.accept(pending, keyId.apply(accepted)));
    }

    static JsonNode jwk(KeyFiles.Pending pending) {
        var jwk = PublicJwk.format(pending.pair().publicKey()).getBytes(StandardCharsets.UTF_8);
        return Json.parse(jwk).orElseThrow();
    }
}
