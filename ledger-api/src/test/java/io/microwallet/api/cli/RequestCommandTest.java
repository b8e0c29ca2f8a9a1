package io.microwallet.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.signature.VerifyingServer.Answer;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.core.client.PublicKey.Algorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class RequestCommandTest extends CliTestCase {
    private static final String BODY = "{\"reference\":\"till-7\"}";

    @Test
    void a_read_is_signed_and_its_answer_printed_with_line_breaks() throws IOException {
        key("till");
        answers = _ -> Answer.json(200, "{\"items\":[],\"name\":\"Zoë\"}");

        var result = run("request", "get", "/v1/wallets?reference=a%20b");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("\"name\" : \"Zoë\"").contains("\n  ").doesNotContain("\u001b");
        assertThat(result.err()).isEqualTo("200" + System.lineSeparator());
        assertThat(server.lastCall().query()).isEqualTo("?reference=a%20b");
        assertThat(server.lastCall().fields()).doesNotContainKeys("idempotency-key", "content-digest");
    }

    @Test
    void a_write_gets_a_fresh_key_of_version_7_which_is_printed() throws IOException {
        key("till");
        answers = _ -> Answer.json(201, "{}");

        var result = run("request", "POST", "/v1/wallets", BODY);

        var key = server.lastCall().field("idempotency-key");
        assertThat(key).matches("0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(result.err()).contains("Idempotency-Key: " + key).contains("201");
        assertThat(server.lastCall().body()).isEqualTo(BODY);
        assertThat(server.lastCall().field("content-type")).isEqualTo("application/json");
        run("request", "POST", "/v1/wallets", BODY);
        assertThat(server.lastCall().field("idempotency-key")).isNotEqualTo(key);
    }

    @Test
    void a_retry_names_its_key_and_may_take_its_body_from_a_file() throws IOException {
        key("till");
        var file = Files.writeString(data.resolve("body.json"), BODY);

        run("request", "POST", "/v1/wallets", "@" + file, "--idempotency-key", "order-7");

        assertThat(server.lastCall().field("idempotency-key")).isEqualTo("order-7");
        assertThat(server.lastCall().body()).isEqualTo(BODY);
    }

    @Test
    void a_write_without_a_body_sends_none() throws IOException {
        key("till");

        assertThat(run("request", "POST", "/v1/wallets/w1_X/freeze").exitCode()).isZero();

        assertThat(server.lastCall().body()).isEmpty();
        assertThat(server.lastCall().fields()).doesNotContainKey("content-type").containsKey("content-digest");
    }

    @Test
    void a_refusal_is_printed_and_is_exit_code_1() throws IOException {
        key("till");
        var problem = "{\"status\":422,\"code\":\"INSUFFICIENT_FUNDS\"}";
        answers = _ -> new Answer(422, "application/problem+json", problem);

        var result = run("request", "POST", "/v1/purchases", "{}", "--json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEqualTo(problem);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void explain_shows_what_was_signed() throws IOException {
        key("till");

        var result = run("request", "GET", "/v1/wallets", "--explain");

        assertThat(result.err())
                .contains(
                        "\"@method\": GET",
                        "\"@authority\": " + server.url().getAuthority(),
                        "\"@path\": /v1/wallets",
                        "\"@query\": ?")
                .contains("keyid=\"sandbox_k_till\";tag=\"microwallet-v1\"");
    }

    @Test
    void explain_shows_where_the_service_computed_another_base() throws IOException {
        key("till");
        answers = call -> Answer.json(
                401,
                "{\"code\":\"SIGNATURE_INVALID\",\"signatureBase\":\"\\\"@method\\\": POST\\n\\\"@authority\\\": other\"}");

        var result = run("request", "POST", "/v1/wallets", "--explain");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("The service has another line 2 than: \"@authority\": "
                        + server.url().getAuthority());
    }

    @Test
    void a_key_that_the_service_does_not_know_is_exit_code_1() throws IOException {
        ClientKeyPair.generate(Algorithm.ED25519, new SecureRandom())
                .withKeyId("sandbox_k_stranger")
                .write(keyFile("stranger"));

        var result = run("request", "GET", "/v1/wallets");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("KEY_UNKNOWN");
    }

    @Test
    void what_is_no_path_is_a_wrong_call() throws IOException {
        key("till");

        assertThat(run("request", "GET", "v1/wallets").exitCode()).isEqualTo(2);
        assertThat(run("request", "GET", "/v1/a b").exitCode()).isEqualTo(2);
        assertThat(run("request", "GET").exitCode()).isEqualTo(2);
        assertThat(run("request", "POST", "/v1/wallets", "@" + data.resolve("none.json"))
                        .exitCode())
                .isEqualTo(1);
    }
}
