package io.microwallet.api.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.microwallet.api.signature.VerifyingServer.Answer;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.api.signature.key.PublicJwk;
import io.microwallet.api.signature.key.Signatures;
import io.microwallet.api.tools.NeedsTool;
import io.microwallet.api.tools.Tools;
import io.microwallet.core.client.PublicKey.Algorithm;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that share no code with us sign what our verifier believes, and believe what our signer signs. */
class IndependentClientsTest {
    private static final Path NODE = Path.of("src/test/node");
    private static final Path PYTHON = Path.of("src/test/python");
    private static final int SECONDS_MAX = 60;
    private static final int README_LINES_MAX = 20;
    private static final String BODY = "{\"wallet\":\"w1_Zoë\"}";

    @TempDir
    Path folder;

    private VerifyingServer server;

    @BeforeEach
    void start() throws IOException {
        server = VerifyingServer.start(
                call -> Answer.json(201, "{\"heard\":\"" + call.method() + ' ' + call.path() + call.query() + "\"}"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    @NeedsTool({"node", "node-modules"})
    void the_library_http_message_signatures_signs_what_we_verify(Algorithm algorithm) throws Exception {
        assertCallsAreBelieved(
                algorithm,
                Tools.get("node").toString(),
                NODE.resolve("sign.mjs").toString());
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    @NeedsTool("node")
    void twenty_lines_of_node_sign_what_we_verify(Algorithm algorithm) throws Exception {
        assertCallsAreBelieved(
                algorithm,
                Tools.get("node").toString(),
                NODE.resolve("call.mjs").toString());
    }

    @Test
    @NeedsTool("python")
    void twenty_lines_of_python_sign_what_we_verify() throws Exception {
        assertCallsAreBelieved(
                Algorithm.ED25519,
                Tools.get("python").toString(),
                PYTHON.resolve("call.py").toString());
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    @NeedsTool({"node", "node-modules"})
    void the_library_http_message_signatures_verifies_what_we_sign(Algorithm algorithm) throws Exception {
        var pair = ClientKeyPair.generate(algorithm, new SecureRandom()).withKeyId("sandbox_k_1");
        var uri = URI.create("http://pay.example:8080/v1/wallets/a%2Fb?x=%20y");
        var headers = Map.of("idempotency-key", "k-1", "content-type", "application/json");
        var body = BODY.getBytes(StandardCharsets.UTF_8);

        var signed =
                new RequestSigner(pair, InstantSource.system(), new SecureRandom()).sign("POST", uri, headers, body);

        var question = Map.<String, Object>of(
                "jwk", JSONObjectUtils.parse(PublicJwk.format(pair.publicKey())),
                "algorithm", Signatures.nameOf(algorithm),
                "method", "POST",
                "url", uri.toString(),
                "headers", signed.headers());
        var verify =
                List.of(Tools.get("node").toString(), NODE.resolve("verify.mjs").toString());
        assertThat(run(verify, JSONObjectUtils.toJSONString(question))).isEqualTo("true");
    }

    @Test
    void the_clients_that_the_readme_shows_are_short() throws IOException {
        for (var client : List.of(NODE.resolve("call.mjs"), PYTHON.resolve("call.py"))) {
            assertThat(Files.readAllLines(client).stream().filter(IndependentClientsTest::isCode))
                    .hasSizeLessThanOrEqualTo(README_LINES_MAX);
        }
    }

    private static boolean isCode(String line) {
        return !line.isBlank() && !line.startsWith("//") && !line.startsWith("#");
    }

    private void assertCallsAreBelieved(Algorithm algorithm, String... program) throws Exception {
        var pair = ClientKeyPair.generate(algorithm, new SecureRandom()).withKeyId("sandbox_k_1");
        var keyFile = folder.resolve("till.jwk");
        pair.write(keyFile);
        server.trust(pair);

        assertThat(call(program, keyFile, "GET", "/v1/wallets?reference=a%2Fb%20c"))
                .isEqualTo("201 {\"heard\":\"GET /v1/wallets?reference=a%2Fb%20c\"}");
        assertThat(call(program, keyFile, "GET", "/v1/wallets")).startsWith("201 ");
        assertThat(call(program, keyFile, "POST", "/v1/purchases", BODY)).startsWith("201 ");
        assertThat(server.lastCall().body()).isEqualTo(BODY);
        assertThat(call(program, keyFile, "POST", "/v1/wallets/w1_X/freeze")).startsWith("201 ");

        server.trust(
                "sandbox_k_1",
                ClientKeyPair.generate(algorithm, new SecureRandom()).publicKey());
        assertThat(call(program, keyFile, "POST", "/v1/purchases", BODY))
                .startsWith("401 ")
                .contains("SIGNATURE_INVALID");
    }

    private String call(String[] program, Path keyFile, String method, String target, String... body) throws Exception {
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(keyFile.toString(), method, server.url() + target));
        command.addAll(List.of(body));
        return run(command, "");
    }

    private String run(List<String> command, String input) throws Exception {
        var answer = folder.resolve("answer.txt");
        var question = Files.writeString(folder.resolve("question.txt"), input);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(question.toFile())
                .redirectOutput(answer.toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS))
                    .as("ends in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        var said = Files.readString(answer).strip();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
