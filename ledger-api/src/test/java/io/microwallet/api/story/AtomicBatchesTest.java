package io.microwallet.api.story;

import static io.microwallet.api.story.BatchesTest.batch;
import static io.microwallet.api.story.BatchesTest.item;
import static io.microwallet.api.story.BatchesTest.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All items of a batch or none of them. */
class AtomicBatchesTest {
    private static RunningService service;
    private static TestLedger ledger;
    private static TestClient till;
    private static TestClient finance;
    private static String merchant;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        ledger = service.sandbox();
        till = ledger.till("Entrance");
        finance = ledger.client("Books", "finance");
        merchant = ledger.merchant("Candle & Clay", "third-party", 800);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void all_items_happen_and_a_retry_gives_the_same_bytes_also_after_a_restart() {
        var wallet = ledger.wallet(till, 10_00);
        var body = batch(
                true,
                sale(wallet, 6_00),
                item("/v1/wallets", "{\"contact\":\"ada@example.org\"}"),
                freeze(wallet),
                item("/v1/wallets/" + wallet + "/unfreeze", "null"),
                sale(wallet, 4_00));
        var key = key();
        var first = till.post("/v1/batches", body, key).expect(200);
        assertThat(first.json().path("items")).hasSize(5);
        assertThat(first.number("items/4/body/available/amount")).isZero();
        assertThat(first.at("items/3/body/status")).isEqualTo("open");
        till.get("/v1/wallets/" + first.at("items/1/body/id")).expect(200);
        var position = service.position();
        var again = till.post("/v1/batches", body, key).expect(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.replayed()).isTrue();
        assertThat(service.position()).isEqualTo(position);
        service.restart();
        assertThat(till.post("/v1/batches", body, key).expect(200).body()).isEqualTo(first.body());
    }

    @Test
    void a_refusal_in_the_middle_moves_nothing_names_the_item_and_stands_for_ever() {
        var wallet = ledger.wallet(till, 10_00);
        var other = ledger.wallet(till, 10_00);
        var before = totals();
        var body = batch(true, sale(other, 1_00), sale(wallet, 6_00), sale(wallet, 6_00), sale(other, 1_00));
        var key = key();
        var position = service.position();
        var refused = till.post("/v1/batches", body, key).expect(422);
        assertThat(refused.at("code")).isEqualTo("BATCH_REFUSED");
        assertThat(refused.number("index")).isEqualTo(2);
        assertThat(refused.at("refusal")).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(refused.at("advice")).isNotEmpty();
        for (var i = 0; i < 4; i++) {
            var code = refused.at("items/" + i + "/problem/code");
            assertThat(code).isEqualTo(i == 2 ? "INSUFFICIENT_FUNDS" : "ROLLED_BACK");
            assertThat(refused.number("items/" + i + "/status")).isEqualTo(i == 2 ? 422 : 424);
        }
        assertThat(service.position()).isEqualTo(position + 1);
        assertThat(totals()).isEqualTo(before);
        assertThat(available(wallet)).isEqualTo(10_00);
        assertThat(available(other)).isEqualTo(10_00);
        ledger.topUp(till, wallet, 2_00, "tok_visa");
        var again = till.post("/v1/batches", body, key).expect(422);
        assertThat(again.body()).isEqualTo(refused.body());
        assertThat(again.replayed()).isTrue();
        till.post("/v1/batches", body).expect(200);
        assertThat(available(wallet)).isZero();
        assertThat(available(other)).isEqualTo(8_00);
    }

    @Test
    void what_is_not_there_is_named_by_its_index_and_leaves_nothing() {
        var wallet = ledger.wallet(till, 10_00);
        var elsewhere = service.sandbox();
        var theirTill = elsewhere.till("There");
        var key = key();
        // The one is found missing while it is prepared, the other when it is decided.
        var theirWallet = elsewhere.wallet(theirTill, 0);
        var theirMerchant = elsewhere.merchant("There", "own", 0);
        var position = service.position();
        var noWallet = till.post("/v1/batches", batch(true, sale(wallet, 1_00), freeze(theirWallet)), key)
                .expect(404);
        assertThat(noWallet.at("code")).isEqualTo("WALLET_NOT_FOUND");
        assertThat(noWallet.number("index")).isEqualTo(1);
        var noMerchant = till.post(
                        "/v1/batches",
                        batch(
                                true,
                                sale(wallet, 1_00),
                                sale(wallet, 1_00),
                                item("/v1/purchases", TestLedger.sale(wallet, theirMerchant, 1_00))),
                        key)
                .expect(404);
        assertThat(noMerchant.at("code")).isEqualTo("MERCHANT_NOT_FOUND");
        assertThat(noMerchant.number("index")).isEqualTo(2);
        assertThat(service.position()).isEqualTo(position);
        till.post("/v1/batches", batch(true, sale(wallet, 1_00)), key).expect(200);
    }

    @Test
    void a_batch_that_no_row_of_the_log_can_hold_is_413_and_leaves_nothing() {
        var longest = "{\"reference\":\"" + "r".repeat(64) + "\",\"contact\":\"" + "漢".repeat(200) + "\"}";
        var items = IntStream.range(0, 1_000)
                .mapToObj(_ -> item("/v1/wallets", longest))
                .toArray(String[]::new);
        var position = service.position();
        var key = key();
        assertThat(till.post("/v1/batches", batch(true, items), key).expect(413).at("code"))
                .isEqualTo("BODY_TOO_LARGE");
        assertThat(service.position()).isEqualTo(position);
        var fewer = IntStream.range(0, 500).mapToObj(i -> items[i]).toArray(String[]::new);
        till.post("/v1/batches", batch(true, fewer), key).expect(200);
        assertThat(service.position()).isEqualTo(position + 501);
    }

    @Test
    void a_dry_run_says_all_or_nothing_too_and_leaves_nothing() {
        var wallet = ledger.wallet(till, 10_00);
        var position = service.position();
        var key = key();
        var whole = batch(true, sale(wallet, 6_00), item("/v1/wallets", "{\"contact\":\"ada\"}"), sale(wallet, 4_00));
        var dry = till.post("/v1/batches?dry-run=true", whole, key).expect(200);
        assertThat(dry.json().path("dryRun").asBoolean()).isTrue();
        assertThat(dry.number("items/2/body/available/amount")).isZero();
        till.get("/v1/wallets/" + dry.at("items/1/body/id")).expect(404);
        var tooMuch = batch(true, sale(wallet, 6_00), sale(wallet, 6_00));
        assertThat(till.post("/v1/batches?dry-run=true", tooMuch, key)
                        .expect(422)
                        .number("index"))
                .isEqualTo(1);
        var each = till.post("/v1/batches?dry-run=true", batch(false, sale(wallet, 6_00), sale(wallet, 6_00)), key)
                .expect(200);
        assertThat(each.json().path("dryRun").asBoolean()).isTrue();
        assertThat(each.number("items/1/status")).isEqualTo(201);
        assertThat(service.position()).isEqualTo(position);
        till.post("/v1/batches", whole, key).expect(200);
    }

    private static String totals() {
        return finance.get("/v1/trial-balance")
                .expect(200)
                .json()
                .path("accounts")
                .toString();
    }

    private static long available(String wallet) {
        return till.get("/v1/wallets/" + wallet)
                .expect(200)
                .json()
                .path("balances")
                .valueStream()
                .mapToLong(balance -> balance.path("available").asLong())
                .sum();
    }

    private static String sale(String wallet, long euroCents) {
        return item("/v1/purchases", TestLedger.sale(wallet, merchant, euroCents));
    }

    private static String freeze(String wallet) {
        return item("/v1/wallets/" + wallet + "/freeze", "null");
    }
}
