package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who sees what, at once and completely. */
class VisibilityTest {
    private static RunningService service;
    private static TestLedger ledger;
    private static TestClient till;
    private static TestClient stall;
    private static TestClient finance;
    private static String merchant;

    @BeforeAll
    static void start() {
        service = RunningService.shared();
        ledger = service.sandbox();
        till = ledger.till("Entrance");
        stall = ledger.till("Stall 7");
        finance = ledger.client("Books", "finance");
        merchant = ledger.merchant("Candle & Clay", "third-party", 800);
    }

    @Test
    void a_client_finds_the_wallet_that_it_opened_by_its_own_reference() {
        var mine = till.post("/v1/wallets", "{\"reference\":\"member-1\"}")
                .expect(201)
                .at("id");
        var theirs = stall.post("/v1/wallets", "{\"reference\":\"member-1\"}")
                .expect(201)
                .at("id");
        assertThat(ids(till.get("/v1/wallets?reference=member-1"))).containsExactly(mine);
        assertThat(ids(stall.get("/v1/wallets?reference=member-1"))).containsExactly(theirs);
        assertThat(ids(finance.get("/v1/wallets?reference=member-1")))
                .hasSize(2)
                .doesNotContain(mine, theirs);
        assertThat(ids(till.get("/v1/wallets?reference=member-2"))).isEmpty();
    }

    @Test
    void finance_sees_every_wallet_by_tokens_of_its_own_and_can_use_them() {
        ledger.wallet(till, 700);
        var newest = ids(finance.get("/v1/wallets?limit=1")).getFirst();
        assertThat(finance.get("/v1/wallets/" + newest).expect(200).number("balances/0/available"))
                .isEqualTo(700);
        assertThat(till.get("/v1/wallets/" + newest).status()).isEqualTo(404);
    }

    @Test
    void a_till_sees_purchases_and_top_ups_of_its_own_wallets_only() {
        var wallet = ledger.wallet(till, 5_000);
        var sold = till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 100))
                .expect(201)
                .at("id");
        var topUp = till.get("/v1/top-ups?wallet=" + wallet).expect(200).at("items/0/id");
        assertThat(ids(till.get("/v1/purchases?wallet=" + wallet))).containsExactly(sold);
        assertThat(ids(till.get("/v1/purchases?merchant=" + merchant))).contains(sold);
        assertThat(ids(finance.get("/v1/purchases?merchant=" + merchant))).contains(sold);
        assertThat(ids(stall.get("/v1/purchases"))).doesNotContain(sold);
        assertThat(stall.get("/v1/purchases/" + sold).status()).isEqualTo(404);
        assertThat(stall.get("/v1/top-ups/" + topUp).status()).isEqualTo(404);
        assertThat(stall.get("/v1/purchases?wallet=" + wallet).status()).isEqualTo(404);
    }

    @Test
    void every_read_shows_a_write_as_soon_as_it_is_acknowledged() {
        var wallet = ledger.wallet(till, 5_000);
        for (var i = 1; i <= 20; i++) {
            var body = TestLedger.sale(wallet, merchant, 10);
            var reference = "order-" + i;
            var sale = till.post(
                            "/v1/purchases",
                            body.substring(0, body.length() - 1) + ",\"reference\":\"" + reference + "\"}")
                    .expect(201)
                    .at("id");
            assertThat(ids(till.get("/v1/purchases?wallet=" + wallet + "&reference=" + reference)))
                    .containsExactly(sale);
            assertThat(ids(till.get("/v1/purchases?wallet=" + wallet + "&limit=1")))
                    .containsExactly(sale);
            assertThat(till.get("/v1/wallets/" + wallet).number("balances/0/available"))
                    .isEqualTo(5_000 - 10L * i);
        }
    }

    @Test
    void pages_join_without_a_gap_or_an_overlap_though_more_is_sold_in_between() {
        var wallet = ledger.wallet(till, 5_000);
        var sold = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            sold.add(till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 10))
                    .expect(201)
                    .at("id"));
        }
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = till.get("/v1/purchases?wallet=" + wallet + "&limit=3" + next)
                    .expect(200);
            seen.addAll(ids(page));
            till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 10)).expect(201);
            next = page.json().has("next") ? "&cursor=" + page.at("next") : "";
        } while (!next.isEmpty());
        assertThat(seen).containsExactlyElementsOf(sold.reversed());
    }

    @Test
    void a_cursor_is_refused_by_another_list() {
        var wallet = ledger.wallet(till, 5_000);
        till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 10)).expect(201);
        till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 10)).expect(201);
        var cursor = till.get("/v1/purchases?limit=1").expect(200).at("next");
        assertThat(till.get("/v1/wallets?cursor=" + cursor).expect(400).at("code"))
                .isEqualTo("INVALID_CURSOR");
    }

    @Test
    void a_revoked_client_is_a_stranger_at_once_and_its_replays_are_too() {
        var leaving = ledger.till("Leaving");
        leaving.post("/v1/wallets", "{}", "key-1").expect(201);
        ledger.admin().post("/v1/clients/" + leaving.id() + "/revoke").expect(200);
        assertThat(leaving.post("/v1/wallets", "{}", "key-1").expect(401).at("code"))
                .isEqualTo("KEY_REVOKED");
        assertThat(leaving.get("/v1/wallets").expect(401).at("code")).isEqualTo("KEY_REVOKED");
    }

    @Test
    void clients_and_merchants_of_another_ledger_are_not_there() {
        var other = service.sandbox();
        var admin = ledger.admin();
        assertThat(admin.get("/v1/clients/" + other.admin().id()).expect(404).at("code"))
                .isEqualTo("CLIENT_NOT_FOUND");
        assertThat(admin.post("/v1/clients/" + other.admin().id() + "/revoke")
                        .expect(404)
                        .at("code"))
                .isEqualTo("CLIENT_NOT_FOUND");
        assertThat(ids(admin.get("/v1/clients?limit=200")))
                .doesNotContain(other.admin().id())
                .contains(till.id());
    }

    private static List<String> ids(TestAnswer page) {
        return page.expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
