package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drops, holds, captures and voids over HTTP. */
class HoldsTest {
    private static final RunningService SERVICE = RunningService.shared();

    private TestLedger ledger;
    private TestClient till;
    private String merchant;

    @BeforeEach
    void open() {
        ledger = SERVICE.sandbox();
        till = ledger.till("Entrance");
        merchant = ledger.merchant("Cups", "third-party", 800);
    }

    @Test
    void a_unit_is_held_captured_in_parts_and_is_one_purchase() {
        var drop = drop(ledger, merchant, 1, 60);
        var wallet = ledger.wallet(till, 50_00);
        var hold = place(till, wallet, drop).expect(201).at("id");
        view(drop, "sold-out", 0, 1, 0);

        var first = till.post("/v1/holds/" + hold + "/capture", amount(10_00)).expect(200);
        assertThat(first.number("held/amount")).isEqualTo(20_00);
        var last = till.post("/v1/holds/" + hold + "/capture").expect(200);
        assertThat(last.number("held/amount")).isZero();
        assertThat(last.at("purchase")).isEqualTo(first.at("purchase"));

        var purchase = till.get("/v1/purchases/" + last.at("purchase")).expect(200);
        assertThat(purchase.number("amount/amount")).isEqualTo(30_00);
        var listed =
                till.get("/v1/purchases?wallet=" + wallet).expect(200).json().path("items");
        assertThat(listed).hasSize(1);
        assertThat(till.get("/v1/holds/" + hold).expect(200).at("status")).isEqualTo("captured");
        view(drop, "sold-out", 1, 0, 0);
        assertThat(till.post("/v1/holds/" + hold + "/void").expect(422).at("code"))
                .isEqualTo("HOLD_CAPTURED");
    }

    @Test
    void a_losers_key_stays_a_losers_key_and_a_new_one_may_win() {
        var drop = drop(ledger, merchant, 1, 60);
        var winner = place(till, ledger.wallet(till, 30_00), drop).expect(201).at("id");
        var loser = ledger.wallet(till, 30_00);
        var body = order(loser, drop);
        assertThat(till.post("/v1/holds", body, "loser-1").expect(422).at("code"))
                .isEqualTo("DROP_SOLD_OUT");

        till.post("/v1/holds/" + winner + "/void").expect(200);

        var again = till.post("/v1/holds", body, "loser-1").expect(422);
        assertThat(again.at("code")).isEqualTo("DROP_SOLD_OUT");
        assertThat(again.replayed()).isTrue();
        till.post("/v1/holds", body, "loser-2").expect(201);
    }

    @Test
    void the_wallet_shows_what_is_held_and_the_statement_each_step() {
        var wallet = ledger.wallet(till, 50_00);
        var deposit =
                "{\"wallet\":\"%s\",\"merchant\":\"%s\",\"amount\":{\"amount\":3000,\"currency\":\"EUR\"},\"reference\":\"table-7\"}"
                        .formatted(wallet, merchant);
        var hold = till.post("/v1/holds", deposit).expect(201).at("id");

        var view = till.get("/v1/wallets/" + wallet).expect(200);
        assertThat(view.number("balances/0/available")).isEqualTo(20_00);
        assertThat(view.number("balances/0/held")).isEqualTo(30_00);
        assertThat(view.at("balances/0/holds/0/id")).isEqualTo(hold);
        assertThat(till.get("/v1/holds?reference=table-7").expect(200).at("items/0/id"))
                .isEqualTo(hold);
        assertThat(till.post("/v1/wallets/" + wallet + "/close").expect(422).at("code"))
                .isEqualTo("WALLET_NOT_EMPTY");

        till.post(
                        "/v1/holds/" + hold + "/capture",
                        "{\"amount\":{\"amount\":2500,\"currency\":\"EUR\"},\"final\":true}")
                .expect(200);
        var statement = till.get("/v1/wallets/" + wallet + "/statement").expect(200);
        assertThat(statement.at("entries/0/kind")).isEqualTo("capture");
        assertThat(statement.number("entries/0/amount/amount")).isEqualTo(5_00);
        assertThat(statement.number("entries/0/captured/amount")).isEqualTo(25_00);
        assertThat(statement.number("entries/0/available/amount")).isEqualTo(25_00);
        assertThat(statement.at("entries/1/kind")).isEqualTo("hold");
        assertThat(statement.number("entries/1/amount/amount")).isEqualTo(-30_00);
    }

    @Test
    void
            a_lapsed_unit_is_handed_on_and_never_captured_by_its_first_holder_though_clocks_step_back_and_services_restart() {
        var skew = new AtomicReference<>(0L);
        InstantSource clock = () -> Instant.now().plusSeconds(skew.get());
        try (var service = RunningService.startTuned(usual -> usual.withClock(clock))) {
            var own = service.sandbox();
            var door = own.till("Door");
            var drop = drop(own, own.merchant("Cups", "own", 0), 1, 60);
            var early = own.wallet(door, 30_00);
            var first = place(door, early, drop).expect(201).at("id");
            var late = own.wallet(door, 30_00);
            assertThat(place(door, late, drop).expect(422).at("code")).isEqualTo("DROP_SOLD_OUT");

            own.admin().post("/v1/sandbox/clock", "{\"forwardSeconds\":61}").expect(200);
            var second = place(door, late, drop).expect(201).at("id");
            skew.set(-3_600L);
            assertThat(capture(door, first).expect(422).at("code")).isEqualTo("HOLD_EXPIRED");
            service.restart();
            assertThat(capture(door, first).expect(422).at("code")).isEqualTo("HOLD_EXPIRED");
            capture(door, second).expect(200);
            var units = door.get("/v1/drops/" + drop).expect(200);
            assertThat(units.number("sold")).isEqualTo(1);
            assertThat(units.number("held") + units.number("free")).isZero();
        }
    }

    @Test
    void a_pop_up_that_is_not_there_is_named_by_nobody() {
        var wallet = ledger.wallet(till, 10_00);
        var sale = TestLedger.sale(wallet, merchant, 1_00);
        var popUp = ledger.admin()
                .post(
                        "/v1/pop-ups",
                        "{\"name\":\"Market\",\"opensAt\":\"2020-01-01T00:00:00Z\",\"closesAt\":\"2100-01-01T00:00:00Z\"}")
                .expect(201)
                .at("id");
        assertThat(ledger.admin().get("/v1/pop-ups/" + popUp).expect(200).at("state"))
                .isEqualTo("open");

        var named = till.post("/v1/purchases", sale.replace("}}", "},\"popUp\":\"" + popUp + "\"}"));
        var seen = till.get("/v1/purchases/" + named.expect(201).at("id")).expect(200);
        assertThat(seen.at("popUp")).isEqualTo(popUp);
        var other = "pop_" + "0".repeat(26);
        var nobody = till.post("/v1/purchases", sale.replace("}}", "},\"popUp\":\"" + other + "\"}"));
        assertThat(nobody.expect(404).at("code")).isEqualTo("POP_UP_NOT_FOUND");
    }

    @Test
    void another_till_and_another_ledger_see_nothing_of_a_hold() {
        var hold = place(till, ledger.wallet(till, 30_00), drop(ledger, merchant, 1, 60))
                .expect(201)
                .at("id");
        var other = ledger.till("Stall");
        var stranger = SERVICE.sandbox().till("Elsewhere");
        for (var client : new TestClient[] {other, stranger}) {
            assertThat(client.get("/v1/holds/" + hold).expect(404).at("code")).isEqualTo("HOLD_NOT_FOUND");
            assertThat(capture(client, hold).expect(404).at("code")).isEqualTo("HOLD_NOT_FOUND");
            assertThat(client.post("/v1/holds/" + hold + "/void").expect(404).at("code"))
                    .isEqualTo("HOLD_NOT_FOUND");
            assertThat(client.get("/v1/holds").expect(200).json().path("items")).isEmpty();
        }
    }

    private void view(String drop, String state, int sold, int held, int free) {
        var view = till.get("/v1/drops/" + drop).expect(200);
        assertThat(view.at("state")).isEqualTo(state);
        assertThat(view.number("sold")).isEqualTo(sold);
        assertThat(view.number("held")).isEqualTo(held);
        assertThat(view.number("free")).isEqualTo(free);
    }

    private static TestAnswer capture(TestClient till, String hold) {
        return till.post("/v1/holds/" + hold + "/capture");
    }

    private static TestAnswer place(TestClient till, String wallet, String drop) {
        return till.post("/v1/holds", order(wallet, drop));
    }

    private static String order(String wallet, String drop) {
        return "{\"wallet\":\"" + wallet + "\",\"drop\":\"" + drop + "\"}";
    }

    private static String amount(long euroCents) {
        return "{\"amount\":{\"amount\":" + euroCents + ",\"currency\":\"EUR\"}}";
    }

    private static String drop(TestLedger ledger, String merchant, int stock, int holdSeconds) {
        var body = """
                {"merchant":"%s","name":"Glazed cups","stock":%d,"price":{"amount":3000,"currency":"EUR"},"holdSeconds":%d,\
                "opensAt":"2020-01-01T00:00:00Z","closesAt":"2100-01-01T00:00:00Z"}""".formatted(merchant, stock, holdSeconds);
        return ledger.admin().post("/v1/drops", body).expect(201).at("id");
    }
}
