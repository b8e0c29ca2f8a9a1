package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestLedger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Time passes in a sandbox when an admin says so, and nowhere else. */
class SandboxClockTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static RunningService service;

    private final TestLedger ledger = service.sandbox();

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_day_passes_in_one_ledger_and_in_no_other() {
        var neighbour = service.sandbox();
        var before = Instant.now();
        var moved = forward(ledger, DAY).expect(200);
        assertThat(Duration.between(Instant.parse(moved.at("at")), Instant.parse(moved.at("now"))))
                .isEqualTo(DAY);

        assertThat(now(ledger)).isAfterOrEqualTo(before.plus(DAY));
        assertThat(now(neighbour)).isBefore(before.plus(DAY));
    }

    @Test
    void moves_add_up_and_survive_a_restart() {
        var before = Instant.now();
        forward(ledger, DAY).expect(200);
        forward(ledger, DAY).expect(200);
        service.restart();
        assertThat(now(ledger)).isAfterOrEqualTo(before.plus(DAY.multipliedBy(2)));
        forward(ledger, DAY).expect(200);
        assertThat(now(ledger)).isAfterOrEqualTo(before.plus(DAY.multipliedBy(3)));
    }

    @Test
    void a_clock_is_moved_to_a_time_that_is_later_than_its_own() {
        var noon = now(ledger).plus(DAY);
        assertThat(to(ledger, noon).expect(200).at("now")).isEqualTo(noon.toString());
        assertThat(now(ledger)).isAfterOrEqualTo(noon);
        assertThat(to(ledger, noon).expect(422).at("code")).isEqualTo("CLOCK_NEVER_BACKWARDS");
        assertThat(to(ledger, noon.plus(Duration.ofDays(3_660))).expect(422).at("code"))
                .isEqualTo("CLOCK_TOO_FAR_AHEAD");
    }

    @Test
    void a_live_ledgers_clock_stands() {
        var live = TestLedger.create(service::url, service.operator(), "live");
        assertThat(forward(live, DAY).expect(422).at("code")).isEqualTo("CLOCK_ONLY_IN_SANDBOX");
        assertThat(now(live)).isBefore(Instant.now().plus(DAY));
    }

    @Test
    void a_balance_link_ends_by_the_ledgers_clock() throws Exception {
        var till = ledger.till("Entrance");
        var wallet = ledger.wallet(till, 100);
        var url = till.post("/v1/balance-links", "{\"wallet\":\"" + wallet + "\",\"expiresInSeconds\":3600}")
                .expect(201)
                .at("url");
        assertThat(page(url)).contains("Show my balance");
        forward(ledger, DAY).expect(200);
        assertThat(page(url)).doesNotContain("Show my balance");
    }

    @Test
    void a_new_day_has_new_top_ups() {
        var till = ledger.till("Entrance");
        var wallet = ledger.wallet(till, 100);
        ledger.admin()
                .patch("/v1/limits", LimitsTest.body(10_000, 10_000, 1, 200))
                .expect(200);
        var topUp = "{\"wallet\":\"%s\",\"amount\":{\"amount\":1,\"currency\":\"EUR\"},\"card\":\"tok_visa\"}"
                .formatted(wallet);
        assertThat(till.post("/v1/top-ups", topUp).expect(422).at("code")).isEqualTo("TOO_MANY_TOP_UPS_TODAY");
        forward(ledger, DAY).expect(200);
        till.post("/v1/top-ups", topUp).expect(202);
    }

    @Test
    void a_hold_lapses_and_a_pop_up_ends_by_the_ledgers_clock() {
        var till = ledger.till("Entrance");
        var wallet = ledger.wallet(till, 100);
        var merchant = ledger.merchant("Candle & Clay", "third-party", 800);
        var hold = till.post("/v1/holds", TestLedger.sale(wallet, merchant, 100))
                .expect(201)
                .at("id");
        var now = now(ledger).truncatedTo(ChronoUnit.SECONDS);
        var popUp = ledger.admin()
                .post(
                        "/v1/pop-ups",
                        "{\"name\":\"x\",\"opensAt\":\"%s\",\"closesAt\":\"%s\"}"
                                .formatted(now, now.plusSeconds(7_200)))
                .expect(201)
                .at("id");
        assertThat(till.get("/v1/holds/" + hold).expect(200).at("status")).isEqualTo("open");
        assertThat(till.get("/v1/pop-ups/" + popUp).expect(200).at("state")).isEqualTo("open");
        forward(ledger, DAY).expect(200);
        assertThat(till.get("/v1/holds/" + hold).expect(200).at("status")).isEqualTo("expired");
        assertThat(till.get("/v1/wallets/" + wallet).expect(200).number("balances/0/available"))
                .isEqualTo(100);
        assertThat(till.get("/v1/pop-ups/" + popUp).expect(200).at("state")).isEqualTo("closed");
    }

    @Test
    void one_way_of_moving_it_is_named() {
        assertThat(ledger.admin().post("/v1/sandbox/clock", "{}").expect(400).at("pointer"))
                .isEqualTo("/forwardSeconds");
        assertThat(ledger.admin()
                        .post("/v1/sandbox/clock", "{\"forwardSeconds\":1,\"to\":\"2026-11-23T18:00:00Z\"}")
                        .expect(400)
                        .at("code"))
                .isEqualTo("INVALID_FIELD");
        assertThat(ledger.admin()
                        .post("/v1/sandbox/clock", "{\"forwardSeconds\":-1}")
                        .expect(400)
                        .at("code"))
                .isEqualTo("INVALID_FIELD");
    }

    /** What the ledger's clock stamps a write with. */
    private static Instant now(TestLedger ledger) {
        return Instant.parse(ledger.admin()
                .post("/v1/merchants", "{\"name\":\"x\",\"kind\":\"own\",\"commissionBasisPoints\":0}")
                .expect(201)
                .at("createdAt"));
    }

    private static TestAnswer forward(TestLedger ledger, Duration by) {
        return ledger.admin().post("/v1/sandbox/clock", "{\"forwardSeconds\":" + by.toSeconds() + "}");
    }

    private static TestAnswer to(TestLedger ledger, Instant instant) {
        return ledger.admin().post("/v1/sandbox/clock", "{\"to\":\"" + instant + "\"}");
    }

    private static String page(String url) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var page = URI.create(service.url() + url);
            return http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
