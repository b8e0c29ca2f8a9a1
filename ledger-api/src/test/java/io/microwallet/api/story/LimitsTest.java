package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a ledger allows one wallet, over HTTP. */
class LimitsTest {
    private final RunningService service = RunningService.shared();
    private final TestLedger ledger = service.sandbox();
    private final TestClient admin = ledger.admin();
    private final TestClient till = ledger.till("Entrance");
    private final TestClient finance = ledger.client("Books", "finance");

    /** In EUR; with 20 holds and 14 days of grace. */
    static String body(long balance, long topUp, int topUpsADay, int openLots) {
        return """
                {"balance":[{"amount":%d,"currency":"EUR"}],"topUp":[{"amount":%d,"currency":"EUR"}],\
                "topUpsADay":%d,"openHolds":20,"openLots":%d,"refundGraceDays":14}""".formatted(balance, topUp, topUpsADay, openLots);
    }

    @Test
    void a_ledger_begins_with_defaults_that_nobody_changed() {
        var limits = finance.get("/v1/limits").expect(200);
        assertThat(limits.text())
                .isEqualTo("{\"limits\":{\"balance\":[],\"topUp\":[],\"topUpsADay\":50,\"openHolds\":20,"
                        + "\"openLots\":200,\"refundGraceDays\":14},\"changes\":[]}");
    }

    @Test
    void a_change_is_told_with_who_made_it_and_when_page_by_page() {
        var first = admin.patch("/v1/limits", body(1_000, 100, 1, 10)).expect(200);
        var second = admin.patch("/v1/limits", body(2_000, 200, 2, 20)).expect(200);

        var page = finance.get("/v1/limits?limit=1").expect(200);
        assertThat(page.number("limits/topUpsADay")).isEqualTo(2);
        assertThat(page.json().path("changes")).hasSize(1);
        assertThat(page.at("changes/0/client")).isEqualTo(admin.id());
        assertThat(page.at("changes/0/at")).isEqualTo(second.at("at"));
        assertThat(page.number("changes/0/limits/balance/0/amount")).isEqualTo(2_000);

        var next = finance.get("/v1/limits?limit=1&cursor=" + page.at("next")).expect(200);
        assertThat(next.at("changes/0/at")).isEqualTo(first.at("at"));
        assertThat(next.number("changes/0/limits/openLots")).isEqualTo(10);
        assertThat(next.json().has("next")).isFalse();
    }

    @Test
    void changes_of_different_limits_at_once_are_all_kept() throws Exception {
        var changes = List.of(
                "{\"balance\":[{\"amount\":7,\"currency\":\"JPY\"}]}",
                "{\"topUp\":[{\"amount\":8,\"currency\":\"EUR\"}]}",
                "{\"topUpsADay\":9}",
                "{\"openHolds\":10}",
                "{\"openLots\":11}",
                "{\"refundGraceDays\":12}");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = changes.stream()
                    .<Callable<TestAnswer>>map(change -> () -> admin.patch("/v1/limits", change))
                    .toList();
            threads.invokeAll(calls).forEach(answer -> answer.resultNow().expect(200));
        }

        assertThat(finance.get("/v1/limits").json().path("limits").toString())
                .isEqualTo("{\"balance\":[{\"amount\":7,\"currency\":\"JPY\"}],"
                        + "\"topUp\":[{\"amount\":8,\"currency\":\"EUR\"}],\"topUpsADay\":9,\"openHolds\":10,"
                        + "\"openLots\":11,\"refundGraceDays\":12}");
    }

    @Test
    void a_change_holds_for_the_next_order_and_in_its_own_ledger_alone() {
        var wallet = ledger.wallet(till, 0);
        admin.patch("/v1/limits", body(1_000, 400, 50, 200)).expect(200);
        assertThat(refusal(topUp(till, wallet, 401))).isEqualTo("TOP_UP_LIMIT_EXCEEDED");
        ledger.topUp(till, wallet, 400, "tok_visa");
        ledger.topUp(till, wallet, 400, "tok_visa");
        assertThat(refusal(topUp(till, wallet, 201))).isEqualTo("BALANCE_LIMIT_EXCEEDED");
        topUp(till, wallet, 200).expect(202);

        var other = service.sandbox();
        var elsewhere = other.till("Elsewhere");
        topUp(elsewhere, other.wallet(elsewhere, 0), 100_000).expect(202);
        assertThat(other.admin().get("/v1/limits").expect(200).number("limits/openLots"))
                .isEqualTo(200);
    }

    @Test
    void lots_and_top_ups_of_a_day_are_counted() {
        var wallet = ledger.wallet(till, 100);
        admin.patch("/v1/limits", body(1_000, 400, 50, 1)).expect(200);
        assertThat(refusal(topUp(till, wallet, 1))).isEqualTo("TOO_MANY_OPEN_LOTS");
        admin.patch("/v1/limits", body(1_000, 400, 1, 200)).expect(200);
        assertThat(refusal(topUp(till, wallet, 1))).isEqualTo("TOO_MANY_TOP_UPS_TODAY");
    }

    @Test
    void twenty_at_once_ask_for_no_more_than_a_wallet_may_hold() throws Exception {
        var wallet = ledger.wallet(till, 0);
        admin.patch("/v1/limits", body(1_000, 400, 50, 200)).expect(200);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 20)
                    .<Callable<TestAnswer>>mapToObj(_ -> () -> topUp(till, wallet, 300))
                    .toList();
            var answers =
                    threads.invokeAll(calls).stream().map(Future::resultNow).toList();
            assertThat(answers.stream().filter(answer -> answer.status() == 202))
                    .hasSize(3);
            assertThat(answers.stream().filter(answer -> answer.status() != 202))
                    .allSatisfy(answer -> assertThat(refusal(answer)).isEqualTo("BALANCE_LIMIT_EXCEEDED"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"topUpsADay\":\"1\"}|/topUpsADay|INVALID_FIELD",
                "{\"balance\":[{\"amount\":0,\"currency\":\"EUR\"}]}|/balance/0/amount|INVALID_FIELD",
                "{\"balance\":[{\"amount\":1,\"currency\":\"EUR\"},{\"amount\":2,\"currency\":\"EUR\"}]}|/balance/1/currency|INVALID_FIELD",
                "{\"balance\":[{\"amount\":1000000000000001,\"currency\":\"EUR\"}]}|/balance/0/amount|INVALID_FIELD",
                "{\"topUpsADay\":1001}|/topUpsADay|INVALID_FIELD",
                "{\"topUpsADay\":0}|/topUpsADay|INVALID_FIELD",
            })
    void limits_that_are_none_are_told_so(String body, String pointer, String code) {
        var answer = admin.patch("/v1/limits", body).expect(400);
        assertThat(answer.at("code")).isEqualTo(code);
        assertThat(answer.at("pointer")).isEqualTo(pointer);
    }

    private static String refusal(TestAnswer answer) {
        return answer.expect(422).at("code");
    }

    private static TestAnswer topUp(TestClient till, String wallet, long cents) {
        return till.post(
                "/v1/top-ups",
                "{\"wallet\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"card\":\"tok_visa\"}"
                        .formatted(wallet, cents));
    }
}
