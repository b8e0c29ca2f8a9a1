package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The end of a day of shipping: many holds captured in one call. */
class BulkCaptureTest {
    private static TestLedger ledger;
    private static TestClient till;
    private static String merchant;

    @BeforeAll
    static void start() {
        ledger = RunningService.shared().sandbox();
        till = ledger.till("Entrance");
        merchant = ledger.merchant("Candle & Clay", "third-party", 800);
    }

    @Test
    void each_capture_has_its_own_result_and_a_retry_tells_the_same() {
        var wallet = ledger.wallet(till, 100_00);
        var holds = holds(wallet, 5);
        var elsewhere = RunningService.shared().sandbox();
        var stranger = elsewhere.till("There");
        var theirs = stranger.post(
                        "/v1/holds", deposit(elsewhere.wallet(stranger, 10_00), elsewhere.merchant("There", "own", 0)))
                .expect(201)
                .at("id");
        var body = captures(
                capture(holds.get(0), ""),
                capture(holds.get(1), ",\"amount\":{\"amount\":400,\"currency\":\"EUR\"}"),
                capture(holds.get(1), ",\"amount\":{\"amount\":500,\"currency\":\"EUR\"},\"final\":true"),
                capture(holds.get(2), ",\"amount\":{\"amount\":1001,\"currency\":\"EUR\"}"),
                capture(theirs, ""),
                capture(holds.get(0), ""));
        var key = UUID.randomUUID().toString();
        var first = till.post("/v1/holds/capture", body, key).expect(200);
        assertThat(statuses(first)).containsExactly(200, 200, 200, 422, 404, 422);
        assertThat(first.number("items/0/body/captured/amount")).isEqualTo(10_00);
        assertThat(first.number("items/1/body/held/amount")).isEqualTo(6_00);
        assertThat(first.number("items/2/body/released/amount")).isEqualTo(1_00);
        var again = till.post("/v1/holds/capture", body, key).expect(200);
        assertThat(statuses(again)).containsExactly(200, 200, 200, 422, 404, 422);
        assertThat(again.json()
                        .path("items")
                        .valueStream()
                        .filter(each -> each.path("replayed").asBoolean()))
                .hasSize(5);
        assertThat(till.post("/v1/holds/capture", captures(capture(holds.get(3), "")), key)
                        .expect(422)
                        .at("code"))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        var balance = till.get("/v1/wallets/" + wallet)
                .expect(200)
                .json()
                .path("balances")
                .path(0);
        assertThat(balance.path("held").asLong()).isEqualTo(30_00);
        assertThat(balance.path("ledger").asLong()).isEqualTo(100_00 - 10_00 - 9_00);
    }

    @Test
    void what_is_wrong_with_one_is_wrong_with_all_of_them() {
        var hold = holds(ledger.wallet(till, 10_00), 1).getFirst();
        assertThat(till.post("/v1/holds/capture", captures(capture(hold, ""), "{}"))
                        .expect(400)
                        .at("pointer"))
                .isEqualTo("/1/hold");
        assertThat(till.post("/v1/holds/capture", captures(capture(hold, ",\"fnal\":true")))
                        .expect(400)
                        .at("pointer"))
                .isEqualTo("/0/fnal");
        var typed = till.post("/v1/holds/capture", "[{\"hold\":5}]").expect(400);
        assertThat(typed.at("code") + typed.at("pointer")).isEqualTo("INVALID_FIELD/0/hold");
        var nothing = till.post("/v1/holds/capture", "[{\"hold\":null}]").expect(400);
        assertThat(nothing.at("code") + nothing.at("pointer")).isEqualTo("MISSING_FIELD/0/hold");
        till.post("/v1/holds/capture", "[]").expect(400);
        till.post("/v1/holds/capture", "{}").expect(400);
        assertThat(till.get("/v1/holds/" + hold).expect(200).number("held/amount"))
                .isEqualTo(10_00);
    }

    private static List<String> holds(String wallet, int count) {
        var items = IntStream.range(0, count)
                .mapToObj(_ -> BatchesTest.item("/v1/holds", deposit(wallet, merchant)))
                .toArray(String[]::new);
        return till.post("/v1/batches", BatchesTest.batch(false, items))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(each -> each.at("/body/id").asString())
                .toList();
    }

    private static String deposit(String wallet, String merchant) {
        return "{\"wallet\":\"%s\",\"merchant\":\"%s\",\"amount\":{\"amount\":1000,\"currency\":\"EUR\"}}"
                .formatted(wallet, merchant);
    }

    private static String capture(String hold, String more) {
        return "{\"hold\":\"" + hold + '"' + more + '}';
    }

    private static String captures(String... captures) {
        return Stream.of(captures).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<Integer> statuses(TestAnswer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map((JsonNode each) -> each.path("status").asInt())
                .toList();
    }
}
