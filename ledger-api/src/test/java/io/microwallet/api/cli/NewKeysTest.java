package io.microwallet.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.signature.VerifyingServer.Answer;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.api.signature.key.PublicJwk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code ledger add} and {@code client add}: the private key is made here and stays here. */
class NewKeysTest extends CliTestCase {
    private static final String CLIENT =
            "{\"id\":\"c_1\",\"keyId\":\"sandbox_k_1\",\"scopes\":[\"checkout\"],\"createdAt\":\"2026-11-23T12:00:00Z\"}";
    private static final String LEDGER =
            "{\"id\":\"l_1\",\"mode\":\"sandbox\",\"timeZone\":\"Europe/Berlin\",\"admin\":{\"client\":\"c_1\",\"keyId\":\"sandbox_k_1\"}}";

    @Test
    void a_ledger_is_opened_with_the_operators_key_and_its_admins_pair_is_kept() throws IOException {
        key("operator");
        key("till");
        answers = _ -> Answer.json(201, LEDGER);

        var result = run("ledger", "add", "Pop-ups", "--mode", "sandbox", "--time-zone", "Europe/Berlin");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("sandbox ledger l_1, Europe/Berlin")
                .contains(keyFile("admin").toString());
        var call = server.lastCall();
        assertThat(call.keyId()).isEqualTo("sandbox_k_operator");
        assertThat(call.method() + ' ' + call.path()).isEqualTo("POST /v1/ledgers");
        var sent = body(call.body());
        assertThat(Json.compact(sent))
                .startsWith(
                        "{\"name\":\"Pop-ups\",\"mode\":\"sandbox\",\"timeZone\":\"Europe/Berlin\",\"admin\":{\"name\":\"admin\",");
        assertKept("admin", sent.path("admin").path("key"));
    }

    @Test
    void a_client_is_added_with_its_scopes_and_its_private_key_stays_here() throws IOException {
        key("admin");
        key("till");
        answers = _ -> Answer.json(201, CLIENT);

        var result = run("client", "add", "Bar 1", "--scope", "checkout,finance", "--es256", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().strip()).isEqualTo(CLIENT);
        assertThat(server.lastCall().keyId()).isEqualTo("sandbox_k_admin");
        var sent = body(server.lastCall().body());
        assertThat(Json.text(sent, "name")).isEqualTo("Bar 1");
        assertThat(Json.text(sent, "scopes")).isEqualTo("checkout, finance");
        assertThat(Json.text(sent.path("key"), "kty")).isEqualTo("EC");
        assertKept("Bar-1", sent.path("key"));
    }

    @Test
    void an_answer_that_got_lost_costs_no_key_the_second_try_is_a_retry() throws IOException {
        key("admin");
        answers = _ -> Answer.json(503, "{\"code\":\"OVERLOADED\",\"title\":\"Too much\"}");
        assertThat(run("client", "add", "till", "--scope", "checkout").exitCode())
                .isEqualTo(1);
        assertThat(keyFile("till")).doesNotExist();
        answers = _ -> Answer.json(201, CLIENT);

        assertThat(run("client", "add", "till", "--scope", "checkout").exitCode())
                .isZero();

        var tries = server.calls();
        assertThat(tries).hasSize(2);
        assertThat(tries.get(1).body()).isEqualTo(tries.get(0).body());
        assertThat(tries.get(1).field("idempotency-key")).isEqualTo(tries.get(0).field("idempotency-key"));
        assertThat(files()).containsExactlyInAnyOrder("admin.jwk", "till.jwk");
    }

    @Test
    void a_refused_key_is_forgotten() throws IOException {
        key("admin");
        answers = _ -> Answer.json(
                422,
                "{\"code\":\"CLIENT_REVOKED\",\"detail\":\"The client is revoked.\",\"advice\":\"Take another.\"}");

        var result = run("client", "add", "till", "--scope", "checkout");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("Refused (422): CLIENT_REVOKED. The client is revoked.")
                .contains("Take another.");
        assertThat(files()).containsExactly("admin.jwk");
    }

    @Test
    void a_name_that_is_taken_is_refused_before_anybody_is_asked() throws IOException {
        key("admin");
        key("till");

        var result = run("client", "add", "till", "--scope", "checkout");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(keyFile("till") + " exists");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void a_scope_that_does_not_exist_is_a_wrong_call() {
        var result = run("client", "add", "till", "--scope", "god");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("checkout").contains("finance").contains("admin");
    }

    private void assertKept(String name, JsonNode sentKey) throws IOException {
        assertThat(sentKey.has("d")).as("the private part was sent").isFalse();
        var kept = ClientKeyPair.read(keyFile(name));
        assertThat(kept.keyId()).isEqualTo("sandbox_k_1");
        assertThat(kept.publicKey()).isEqualTo(PublicJwk.parse(Json.compact(sentKey)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile(name))))
                .isEqualTo("rw-------");
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(data.resolve("keys"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static JsonNode body(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
