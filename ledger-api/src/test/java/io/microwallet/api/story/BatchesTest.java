package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Many writes in one signed call. */
class BatchesTest {
    private static RunningService service;
    private static TestLedger ledger;
    private static TestClient till;
    private static String merchant;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        ledger = service.sandbox();
        till = ledger.till("Entrance");
        merchant = ledger.merchant("Candle & Clay", "third-party", 800);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void each_item_has_its_own_result_and_a_retry_tells_the_same_of_each() {
        var wallet = ledger.wallet(till, 10_00);
        var body = batch(false, sale(wallet, 6_00), sale(wallet, 6_00), item("/v1/wallets", "{}"), sale(wallet, 4_00));
        var key = key();
        var first = till.post("/v1/batches", body, key).expect(200);
        assertThat(statuses(first)).containsExactly(201, 422, 201, 201);
        assertThat(first.at("items/1/problem/code")).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(first.number("items/3/body/available/amount")).isZero();
        assertThat(first.replayed()).isFalse();
        assertThat(first.json().findValue("replayed")).isNull();
        till.get("/v1/wallets/" + first.at("items/2/body/id")).expect(200);
        var position = service.position();
        ledger.topUp(till, wallet, 50_00, "tok_visa");
        var again = till.post("/v1/batches", body, key).expect(200);
        assertThat(again.replayed()).isTrue();
        assertThat(again.json().path("items").valueStream())
                .allMatch(each -> each.path("replayed").asBoolean());
        assertThat(contents(again)).isEqualTo(contents(first));
        assertThat(position).isLessThan(service.position());
        service.restart();
        assertThat(contents(till.post("/v1/batches", body, key).expect(200))).isEqualTo(contents(first));
        assertThat(till.get("/v1/purchases?wallet=" + wallet).expect(200).json().path("items"))
                .hasSize(2);
    }

    @Test
    void what_named_nothing_the_first_time_is_decided_by_the_retry() {
        var wallet = ledger.wallet(till, 10_00);
        var stranger = service.sandbox();
        var theirs = stranger.merchant("Elsewhere", "own", 0);
        var body = batch(false, item("/v1/purchases", TestLedger.sale(wallet, theirs, 1_00)), sale(wallet, 1_00));
        var key = key();
        var first = till.post("/v1/batches", body, key).expect(200);
        assertThat(statuses(first)).containsExactly(404, 201);
        var again = till.post("/v1/batches", body, key).expect(200);
        assertThat(statuses(again)).containsExactly(404, 201);
        assertThat(again.replayed()).isFalse();
        assertThat(again.json().at("/items/1/replayed").asBoolean()).isTrue();
        assertThat(again.json().at("/items/0/replayed").isMissingNode()).isTrue();
    }

    @Test
    void a_key_stands_for_one_body_whatever_of_it_was_decided_and_nothing_is_written_for_another() {
        var wallet = ledger.wallet(till, 10_00);
        var nobody =
                item("/v1/purchases", TestLedger.sale(wallet, service.sandbox().merchant("X", "own", 0), 1_00));
        var key = key();
        till.post("/v1/batches", batch(false, nobody, sale(wallet, 1_00)), key).expect(200);
        var position = service.position();
        for (var other : List.of(
                batch(false, sale(wallet, 1_00), sale(wallet, 1_00)),
                batch(false, nobody, sale(wallet, 1_00), sale(wallet, 1_00)),
                batch(true, nobody, sale(wallet, 1_00)))) {
            assertThat(till.post("/v1/batches", other, key).expect(422).at("code"))
                    .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }
        assertThat(till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 1_00), key)
                        .expect(422)
                        .at("code"))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(service.position()).isEqualTo(position);
        var single = key();
        till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 1_00), single)
                .expect(201);
        assertThat(till.post("/v1/batches", batch(false, sale(wallet, 1_00)), single)
                        .expect(422)
                        .at("code"))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_thousand_sales_of_one_wallet_are_decided_in_their_order() {
        var wallet = ledger.wallet(till, 10_00);
        var items = IntStream.range(0, 1_000).mapToObj(_ -> sale(wallet, 2)).toArray(String[]::new);
        var answer = till.post("/v1/batches", batch(false, items)).expect(200);
        var results = answer.json().path("items");
        for (var i = 0; i < 1_000; i++) {
            assertThat(results.path(i).path("index").asInt()).isEqualTo(i);
            assertThat(results.path(i).path("status").asInt()).isEqualTo(i < 500 ? 201 : 422);
            if (i < 500) {
                assertThat(results.path(i).at("/body/available/amount").asLong())
                        .isEqualTo(10_00 - 2L * (i + 1));
            }
        }
        var tooMany =
                Stream.concat(Stream.of(items), Stream.of(sale(wallet, 2))).toArray(String[]::new);
        assertThat(till.post("/v1/batches", batch(false, tooMany)).expect(400).at("pointer"))
                .isEqualTo("/items");
    }

    @Test
    void many_at_once_with_one_key_decide_each_item_once() throws Exception {
        var wallet = ledger.wallet(till, 10_00);
        var items = IntStream.range(0, 200).mapToObj(_ -> sale(wallet, 1)).toArray(String[]::new);
        var key = key();
        Callable<TestAnswer> call = () -> till.post("/v1/batches", batch(false, items), key);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(IntStream.range(0, 6).mapToObj(_ -> call).toList());
            assertThat(answers.stream()
                            .map(each -> contents(each.resultNow().expect(200)))
                            .distinct())
                    .hasSize(1);
            assertThat(answers.stream().filter(each -> !each.resultNow().replayed()))
                    .hasSize(1);
        }
        assertThat(till.get("/v1/wallets/" + wallet).expect(200).number("balances/0/available"))
                .isEqualTo(8_00);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"method\":\"GET\",\"path\":\"/v1/purchases\"}                                | 400 | INVALID_FIELD | /items/1/method",
                "{\"path\":\"/v1/purchases\"}                                                    | 400 | MISSING_FIELD | /items/1/method",
                "{\"method\":\"POST\"}                                                           | 400 | MISSING_FIELD | /items/1/path",
                "{\"method\":\"POST\",\"path\":\"/v1/purchases?dry-run=true\",\"body\":{}}       | 400 | INVALID_FIELD | /items/1/path",
                "{\"method\":\"POST\",\"path\":\"/v1/nowhere\",\"body\":{}}                      | 404 | ROUTE_NOT_FOUND | /items/1",
                "{\"method\":\"POST\",\"path\":\"/v1/batches\",\"body\":{}}                      | 404 | ROUTE_NOT_FOUND | /items/1",
                "{\"method\":\"POST\",\"path\":\"/v1/wallets/resolve\",\"body\":{\"code\":\"x\"}} | 400 | NOT_IN_A_BATCH | /items/1",
                "{\"method\":\"POST\",\"path\":\"/v1/balance-links\",\"body\":{}}                | 400 | NOT_IN_A_BATCH | /items/1",
                "{\"method\":\"POST\",\"path\":\"/v1/merchants\",\"body\":{}}                    | 403 | SCOPE_MISSING | /items/1",
                "{\"method\":\"POST\",\"path\":\"/v1/purchases\"}                                | 400 | MALFORMED_JSON | /items/1",
                "{\"method\":\"POST\",\"path\":\"/v1/purchases\",\"body\":[]}                    | 400 | INVALID_FIELD | /items/1",
                "{\"method\":\"POST\",\"path\":\"/v1/purchases\",\"body\":{\"walet\":\"w\"}}     | 400 | UNKNOWN_FIELD | /items/1/body/walet",
                "{\"method\":\"POST\",\"path\":\"/v1/purchases\",\"body\":{\"wallet\":\"w\"}}    | 400 | INVALID_TOKEN | /items/1/body/wallet",
                "{\"method\":\"POST\",\"path\":\"/v1/wallets/w1_X/freeze\"}                      | 400 | INVALID_TOKEN | /items/1",
                "{\"method\":\"POST\",\"path\":\"/v1/wallets\",\"body\":{\"reference\":\"a\",\"reference\":\"b\"}} | 400 | MALFORMED_JSON |",
                "{\"method\":\"POST\",\"path\":\"/v1/wallets\",\"body\":{\"contact\":\"4111 1111 1111 1111\"}} | 400 | CARD_NUMBER_REFUSED | /items/1/body/contact"
            })
    void an_item_of_the_wrong_shape_is_the_whole_batchs_before_anything_is_decided(
            String item, int status, String code, String pointer) {
        for (var atomic : List.of(false, true)) {
            var position = service.position();
            var refused = till.post("/v1/batches", batch(atomic, item("/v1/wallets", "{}"), item))
                    .expect(status);
            assertThat(refused.at("code")).isEqualTo(code);
            if (pointer != null) {
                assertThat(refused.at("pointer")).isEqualTo(pointer);
            }
            assertThat(service.position()).isEqualTo(position);
        }
    }

    @Test
    void a_float_is_refused_in_a_batch_as_it_is_alone() {
        var wallet = ledger.wallet(till, 10_00);
        for (var amount : List.of("1.0", "1e2", "\"100\"", "true")) {
            var body = TestLedger.sale(wallet, merchant, 77).replace(":77,", ":" + amount + ",");
            till.post("/v1/purchases", body).expect(400);
            till.post("/v1/batches", batch(false, item("/v1/purchases", body))).expect(400);
        }
    }

    @Test
    void a_batch_has_a_bound_in_bytes() {
        var text = "\"" + "x".repeat(15_000) + "\"";
        var items = IntStream.range(0, 80).mapToObj(_ -> item("/v1/wallets", "{\"contact\":" + text + "}"));
        assertThat(till.post("/v1/batches", batch(false, items.toArray(String[]::new)))
                        .expect(413)
                        .at("code"))
                .isEqualTo("BODY_TOO_LARGE");
    }

    private static List<Integer> statuses(TestAnswer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(each -> each.path("status").asInt())
                .toList();
    }

    /** What each item says, without whether it was decided just now. */
    private static List<String> contents(TestAnswer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(each -> each.path("index") + " " + each.path("status") + " " + content(each))
                .toList();
    }

    private static JsonNode content(JsonNode result) {
        return result.has("body") ? result.path("body") : result.path("problem");
    }

    private static String sale(String wallet, long euroCents) {
        return item("/v1/purchases", TestLedger.sale(wallet, merchant, euroCents));
    }

    static String item(String path, String body) {
        return "{\"method\":\"POST\",\"path\":\"" + path + "\",\"body\":" + body + '}';
    }

    static String batch(boolean atomic, String... items) {
        return Stream.of(items).collect(Collectors.joining(",", "{\"atomic\":" + atomic + ",\"items\":[", "]}"));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
