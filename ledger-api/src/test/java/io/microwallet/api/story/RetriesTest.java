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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One key, one outcome, for ever: the same status and the same bytes. */
class RetriesTest {
    private static final int AT_ONCE = 16;

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
    void a_sale_sent_again_is_sold_once_and_answered_with_the_same_bytes() {
        var wallet = ledger.wallet(till, 5_000);
        var key = key();
        var first = till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 1_250), key)
                .expect(201);
        var again = till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 1_250), key);
        assertSame(first, again);
        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(available(wallet)).isEqualTo(3_750);
    }

    @Test
    void a_refusal_stays_a_refusal_though_the_money_came_in_between() {
        var wallet = ledger.wallet(till, 0);
        var key = key();
        var first = till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 100), key)
                .expect(422);
        assertThat(first.at("code")).isEqualTo("INSUFFICIENT_FUNDS");
        ledger.topUp(till, wallet, 5_000, "tok_visa");
        assertSame(first, till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 100), key));
        assertThat(available(wallet)).isEqualTo(5_000);
    }

    @Test
    void many_at_once_with_one_key_are_one_sale_with_one_answer() throws Exception {
        var wallet = ledger.wallet(till, 5_000);
        var key = key();
        Callable<TestAnswer> call = () -> till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 500), key);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = threads.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(_ -> call).toList());
            var texts = running.stream()
                    .map(future -> future.resultNow().expect(201).text())
                    .collect(Collectors.toSet());
            assertThat(texts).hasSize(1);
            assertThat(running.stream().filter(future -> !future.resultNow().replayed()))
                    .hasSize(1);
        }
        assertThat(available(wallet)).isEqualTo(4_500);
    }

    @Test
    void the_same_key_for_another_call_is_refused_and_nothing_is_written() {
        var wallet = ledger.wallet(till, 5_000);
        var key = key();
        till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 100), key).expect(201);
        var before = service.position();
        for (var other : List.of(
                till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 101), key),
                till.post("/v1/wallets", "{}", key),
                till.post("/v1/wallets/" + wallet + "/freeze", "", key))) {
            assertThat(other.expect(422).at("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }
        assertThat(service.position()).isEqualTo(before);
    }

    @Test
    void the_same_key_of_another_client_is_another_call() {
        var other = ledger.till("Stall 7");
        var key = key();
        var mine = till.post("/v1/wallets", "{}", key).expect(201);
        var theirs = other.post("/v1/wallets", "{}", key).expect(201);
        assertThat(theirs.replayed()).isFalse();
        assertThat(theirs.at("id")).isNotEqualTo(mine.at("id"));
    }

    @Test
    void what_left_nothing_is_asked_again_and_then_decided() {
        var key = key();
        var stranger = ledger.till("Stranger");
        var wallet = ledger.wallet(stranger, 0);
        till.post("/v1/balance-links", link(wallet), key).expect(404);
        var mine = ledger.wallet(till, 0);
        till.post("/v1/balance-links", link(mine), key).expect(201);
    }

    @Test
    void every_kind_of_write_is_answered_the_same_after_a_restart() {
        var wallet = ledger.wallet(till, 5_000);
        var closed = ledger.wallet(till, 0);
        var admin = ledger.admin();
        record Sent(TestClient client, String path, String body, String key, TestAnswer answer) {
            static Sent of(TestClient client, String path, String body) {
                var fresh = RetriesTest.key();
                return new Sent(client, path, body, fresh, client.post(path, body, fresh));
            }
        }
        var sent = List.of(
                Sent.of(admin, "/v1/merchants", "{\"name\":\"Own\",\"kind\":\"own\",\"commissionBasisPoints\":0}"),
                Sent.of(till, "/v1/wallets", "{\"reference\":\"member-7\"}"),
                Sent.of(till, "/v1/purchases", TestLedger.sale(wallet, merchant, 300)),
                Sent.of(till, "/v1/purchases", TestLedger.sale(wallet, merchant, 30_000)),
                Sent.of(till, "/v1/balance-links", link(wallet)),
                Sent.of(till, "/v1/wallets/" + wallet + "/freeze", ""),
                Sent.of(till, "/v1/wallets/" + closed + "/close", ""));
        service.restart();
        assertThat(service.data().resolve("heads.jsonl"))
                .as("the signed end of the log, written when it was closed")
                .isNotEmptyFile();
        for (var each : sent) {
            var again = each.client.post(each.path, each.body, each.key);
            assertSame(each.answer, again);
            assertThat(again.replayed()).isTrue();
        }
    }

    private static String link(String wallet) {
        return "{\"wallet\":\"" + wallet + "\",\"expiresInSeconds\":3600}";
    }

    private static long available(String wallet) {
        return till.get("/v1/wallets/" + wallet).expect(200).number("balances/0/available");
    }

    private static void assertSame(TestAnswer first, TestAnswer again) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("content-type")).isEqualTo(first.header("content-type"));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
