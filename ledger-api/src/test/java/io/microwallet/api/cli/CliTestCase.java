package io.microwallet.api.cli;

import io.microwallet.api.cli.Cli.Result;
import io.microwallet.api.signature.VerifyingServer;
import io.microwallet.api.signature.VerifyingServer.Answer;
import io.microwallet.api.signature.VerifyingServer.Call;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.core.client.PublicKey.Algorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A data folder as a running service leaves it, and a server in its place that believes only signed calls. */
abstract class CliTestCase {
    @TempDir
    Path data;

    VerifyingServer server;

    /** What the server answers to the next calls. */
    Function<Call, Answer> answers = _ -> Answer.json(200, "{\"items\":[]}");

    @BeforeEach
    void start() throws IOException {
        server = VerifyingServer.start(call -> answers.apply(call));
        Files.writeString(data.resolve("service.json"), "{\"url\":\"" + server.url() + "\",\"pid\":1}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A key file that the server knows. */
    ClientKeyPair key(String name) throws IOException {
        var pair = ClientKeyPair.generate(Algorithm.ED25519, new SecureRandom()).withKeyId("sandbox_k_" + name);
        pair.write(keyFile(name));
        server.trust(pair);
        return pair;
    }

    Path keyFile(String name) {
        return data.resolve("keys").resolve(name + ".jwk");
    }

    Result run(String... args) {
        return Cli.run(Cli.with(args, "--data", data.toString()));
    }
}
