package io.microwallet.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.running.RunningService;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shop set up and looked into from the command line alone, against the real service on a real database. */
class RealServiceTest {
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void from_the_operators_key_to_the_days_journal() {
        run("ledger", "add", "Pop-ups", "--mode", "sandbox", "--time-zone", "UTC");
        assertThat(run("ledger", "list")).contains("Pop-ups", "sandbox");
        run("client", "add", "till", "--scope", "checkout");
        run("client", "add", "finance", "--scope", "finance", "--es256");
        assertThat(run("client", "list")).contains("till", "finance", "active");
        var merchant = json("merchant", "add", "Café", "--kind", "own", "--json")
                .path("id")
                .asString();
        assertThat(run("merchant", "list")).contains(merchant, "Café", "own");

        var wallet =
                post("/v1/wallets", "{\"reference\":\"till-7\"}").path("id").asString();
        var topUp = post(
                "/v1/top-ups",
                "{\"wallet\":\"%s\",\"amount\":{\"amount\":5000,\"currency\":\"EUR\"},\"card\":\"tok_visa\"}"
                        .formatted(wallet));
        var decided =
                json("request", "GET", "/v1/top-ups/" + Json.text(topUp, "id") + "?wait=20", "--key", "till", "--json");
        assertThat(Json.text(decided, "status")).as(Json.compact(decided)).isEqualTo("succeeded");
        post(
                "/v1/purchases",
                "{\"wallet\":\"%s\",\"merchant\":\"%s\",\"amount\":{\"amount\":1250,\"currency\":\"EUR\"}}"
                        .formatted(wallet, merchant));

        assertThat(run("statement", wallet, "--key", "till")).contains("50.00 EUR", "-12.50 EUR", "37.50 EUR");
        assertThat(run("trial-balance")).contains("Debits equal credits", "50.00");
        var today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(run("export", "journal", "--from", today, "--to", today, "--format", "hledger"))
                .contains("50.00");

        var refused = Cli.run(
                "request",
                "GET",
                "/v1/clients",
                "--key",
                "till",
                "--data",
                service.data().toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("403");
    }

    private static JsonNode post(String target, String body) {
        return json("request", "POST", target, body, "--key", "till", "--json");
    }

    private static JsonNode json(String... args) {
        return Json.parse(run(args).getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static String run(String... args) {
        var result = Cli.run(Cli.with(args, "--data", service.data().toString()));
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result.out();
    }
}
