package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestClub;
import io.microwallet.api.running.TestLedger;
import io.microwallet.core.membership.Membership;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Members join, are given credit, visit pop-ups, stay and leave, over HTTP; what ends by itself is booked by the service. */
class MembershipsTest {
    private static RunningService service;

    private final TestLedger ledger = service.sandbox();
    private final TestClient till = ledger.till("Entrance");
    private final TestClient finance = ledger.client("Books", "finance");
    private final TestClub club = new TestClub(service, ledger, till);

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void who_joins_pays_in_cash_has_the_credit_and_the_books_show_what_is_deferred() {
        var wallet = ledger.wallet(till, 5_000);
        var joined = till.post("/v1/memberships", club.membership(wallet)).expect(201);
        assertThat(joined.number("available/amount")).isEqualTo(4_000);
        assertThat(ledger.balances())
                .containsEntry("Liabilities:Membership:Deferred", -1_000L)
                .containsEntry("Liabilities:Wallet:Cash:Available", -3_000L)
                .containsEntry("Liabilities:Wallet:Credit:Available", -1_000L);

        var read = till.get("/v1/wallets/" + wallet).expect(200);
        assertThat(read.at("balances/0/lots/0/kind")).isEqualTo("credit");
        assertThat(read.at("balances/0/lots/0/funder/kind")).isEqualTo("plan");
        assertThat(read.at("memberships/0/id")).isEqualTo(joined.at("id"));
        assertThat(read.at("memberships/0/status")).isEqualTo("running");
        assertThat(kinds(wallet)).startsWith("membership-credit", "membership", "top-up");

        var listed = till.get("/v1/memberships?wallet=" + wallet + "&plan=" + club.plan() + "&reference=order-77")
                .expect(200);
        assertThat(listed.at("items/0/id")).isEqualTo(joined.at("id"));
        assertThat(till.get("/v1/memberships?plan=" + club.newPlan())
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(finance.get("/v1/exports/journal?format=csv").expect(200).text())
                .contains("membership-started", "membership-credit-granted", "order-77");
    }

    @Test
    void at_its_end_a_period_is_earned_and_the_next_is_paid_if_the_cash_suffices_and_nobody_looks() {
        var member = club.join(ledger.wallet(till, 5_000));
        var leaver = club.join(ledger.wallet(till, 5_000));
        var poor = club.join(ledger.wallet(till, 2_000));
        till.post("/v1/memberships/" + leaver + "/cancel").expect(200);

        club.pass(Duration.ofDays(30));
        club.await(leaver, Membership.Ended.class);
        club.await(poor, Membership.Lapsed.class);
        awaitBalance("Liabilities:Membership:Deferred", -1_000);

        assertThat(status(member)).isEqualTo("running");
        assertThat(ledger.balances())
                .containsEntry("Income:Memberships", -3_000L)
                .containsEntry("Income:Breakage", -3_000L)
                .containsEntry("Liabilities:Wallet:Credit:Available", -1_000L)
                .containsEntry("Liabilities:Wallet:Cash:Available", -4_000L);
    }

    @Test
    void a_membership_that_lapsed_is_renewed_by_a_call_once_there_is_cash() {
        var membership = club.lapsed();
        assertThat(status(membership)).isEqualTo("lapsed");
        var renewed = till.post("/v1/memberships/" + membership + "/renew").expect(200);
        assertThat(renewed.number("available/amount")).isEqualTo(1_000);
        assertThat(status(membership)).isEqualTo("running");
        assertThat(code(till.post("/v1/memberships/" + membership + "/renew"))).isEqualTo("MEMBERSHIP_NOT_DUE");
    }

    @Test
    void cancel_only_stops_the_renewal() {
        var wallet = ledger.wallet(till, 9_000);
        var membership = club.join(wallet);
        var before = till.get("/v1/wallets/" + wallet).expect(200).number("balances/0/available");
        assertThat(till.post("/v1/memberships/" + membership + "/cancel")
                        .expect(200)
                        .at("status"))
                .isEqualTo("cancelled");
        assertThat(till.get("/v1/wallets/" + wallet).expect(200).number("balances/0/available"))
                .isEqualTo(before);
        club.pass(Duration.ofDays(29));
        assertThat(status(membership)).isEqualTo("cancelled");
        club.pass(Duration.ofDays(1));
        assertThat(status(membership)).isEqualTo("ended");
        assertThat(code(till.post("/v1/memberships/" + membership + "/renew"))).isEqualTo("MEMBERSHIP_CANCELLED");
    }

    @Test
    void two_different_pop_ups_earn_the_credit_of_the_cliff_and_the_same_twice_does_not() {
        var wallet = ledger.wallet(till, 5_000);
        var membership = club.join(wallet);
        var merchant = ledger.merchant("Clay", "third-party", 800);
        var market = popUp();
        buy(wallet, merchant, market);
        buy(wallet, merchant, market);
        assertThat(kinds(wallet)).doesNotContain("attendance-credit");
        buy(wallet, merchant, popUp());
        assertThat(kinds(wallet)).startsWith("attendance-credit", "purchase", "purchase", "purchase");
        assertThat(till.get("/v1/memberships/" + membership).expect(200).number("popUpsVisited"))
                .isEqualTo(2);
        assertThat(ledger.balances()).containsEntry("Liabilities:Membership:Deferred", -700L);
    }

    @Test
    void a_plans_credit_and_a_reward_keep_to_the_ledgers_limits_and_no_sale_is_refused_for_them() {
        var wallet = ledger.wallet(till, 2_000);
        mayHold(999);
        assertThat(code(till.post("/v1/memberships", club.membership(wallet)))).isEqualTo("BALANCE_LIMIT_EXCEEDED");
        mayHold(1_000);
        club.join(wallet);

        var merchant = ledger.merchant("Clay", "third-party", 800);
        var market = popUp();
        buy(wallet, merchant, popUp());
        buy(wallet, merchant, market);
        assertThat(kinds(wallet)).doesNotContain("attendance-credit");
        buy(wallet, merchant, market);
        assertThat(kinds(wallet)).startsWith("attendance-credit", "purchase");
        assertThat(till.get("/v1/wallets/" + wallet).expect(200).number("balances/0/available"))
                .isEqualTo(1_000);
    }

    @Test
    void a_renewal_without_room_for_its_credit_lapses_and_is_paid_by_a_call_once_there_is_room() {
        var membership = club.join(ledger.wallet(till, 4_000));
        mayHold(999);
        club.pass(Duration.ofDays(30));
        club.await(membership, Membership.Lapsed.class);
        assertThat(code(till.post("/v1/memberships/" + membership + "/renew"))).isEqualTo("BALANCE_LIMIT_EXCEEDED");
        mayHold(1_000);
        till.post("/v1/memberships/" + membership + "/renew").expect(200);
        assertThat(status(membership)).isEqualTo("running");
    }

    private void mayHold(long cents) {
        ledger.admin()
                .patch("/v1/limits", LimitsTest.body(cents, 5_000, 50, 200))
                .expect(200);
    }

    @Test
    void a_credit_goes_back_to_who_gave_it_when_it_expires_though_nobody_looks() {
        var wallet = ledger.wallet(till, 100);
        var merchant = ledger.merchant("Clay", "third-party", 800);
        var tomorrow = Instant.now()
                .plus(Duration.ofDays(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        var given = give(wallet, 500, "{\"kind\":\"merchant\",\"merchant\":\"" + merchant + "\"}", tomorrow);
        give(wallet, 300, "{\"kind\":\"ledger\"}", tomorrow);
        assertThat(given.number("available/amount")).isEqualTo(600);
        assertThat(ledger.balances())
                .containsEntry("Liabilities:Merchant:" + merchant + ":Payable", 500L)
                .containsEntry("Expenses:MembershipCredits", 300L);

        club.pass(Duration.ofDays(2));
        awaitBalance("Liabilities:Wallet:Credit:Available", 0);
        assertThat(ledger.balances())
                .containsEntry("Liabilities:Merchant:" + merchant + ":Payable", 0L)
                .containsEntry("Expenses:MembershipCredits", 0L);
        assertThat(kinds(wallet)).startsWith("credit-expired", "credit", "credit");
        var listed = till.get("/v1/credits?wallet=" + wallet).expect(200);
        assertThat(listed.json().path("items")).hasSize(2);
        assertThat(listed.number("items/0/left/amount")).isZero();
        assertThat(till.get("/v1/credits/" + given.at("id")).expect(200).at("funder/merchant"))
                .isEqualTo(merchant);
    }

    @Test
    void what_stands_in_the_way_is_told_with_its_code() {
        var wallet = ledger.wallet(till, 1_999);
        assertThat(code(till.post("/v1/memberships", club.membership(wallet)))).isEqualTo("INSUFFICIENT_CASH");
        var own = ledger.merchant("Our stall", "own", 0);
        var funder = "{\"kind\":\"merchant\",\"merchant\":\"" + own + "\"}";
        assertThat(code(till.post("/v1/credits", credit(wallet, 1, funder, "2099-01-01T00:00:00Z"))))
                .isEqualTo("OWN_SHOP_FUNDS_NO_CREDIT");
        var plan = till.post("/v1/credits", credit(wallet, 1, "{\"kind\":\"plan\"}", "2099-01-01T00:00:00Z"));
        assertThat(plan.expect(400).at("pointer")).isEqualTo("/funder/kind");

        var member = ledger.wallet(till, 2_000);
        club.join(member);
        assertThat(code(till.post("/v1/memberships", club.membership(member)))).isEqualTo("ALREADY_A_MEMBER");
        ledger.admin().post("/v1/membership-plans/" + club.plan() + "/retire").expect(200);
        assertThat(code(till.post("/v1/memberships", club.membership(wallet)))).isEqualTo("PLAN_RETIRED");
        assertThat(till.get("/v1/membership-plans/" + club.plan()).expect(200).at("status"))
                .isEqualTo("retired");
    }

    @Test
    void a_plan_is_one_currency_and_its_cliffs_rise() {
        var start = "{\"name\":\"x\",\"price\":{\"amount\":1,\"currency\":\"EUR\"},\"periodDays\":1";
        assertThat(pointer(start + ",\"credit\":{\"amount\":1,\"currency\":\"JPY\"},\"creditLifetimeDays\":1}"))
                .isEqualTo("/credit/currency");
        assertThat(pointer(start + ",\"credit\":{\"amount\":1,\"currency\":\"EUR\"}}"))
                .isEqualTo("/creditLifetimeDays");
        assertThat(pointer(start + ",\"creditLifetimeDays\":1}")).isEqualTo("/creditLifetimeDays");
        var cliff = "{\"popUps\":2,\"credit\":{\"amount\":1,\"currency\":\"EUR\"},\"lifetimeDays\":1}";
        assertThat(pointer(start + ",\"cliffs\":[" + cliff + ',' + cliff + "]}"))
                .isEqualTo("/cliffs/1/popUps");
    }

    private String pointer(String body) {
        return ledger.admin().post("/v1/membership-plans", body).expect(400).at("pointer");
    }

    private String popUp() {
        return ledger.admin()
                .post(
                        "/v1/pop-ups",
                        "{\"name\":\"Market\",\"opensAt\":\"2020-11-23T19:00:00Z\",\"closesAt\":\"2099-11-23T21:00:00Z\"}")
                .expect(201)
                .at("id");
    }

    private void buy(String wallet, String merchant, String popUp) {
        var sale = TestLedger.sale(wallet, merchant, 100);
        till.post("/v1/purchases", sale.substring(0, sale.length() - 1) + ",\"popUp\":\"" + popUp + "\"}")
                .expect(201);
    }

    private TestAnswer give(String wallet, long cents, String funder, String expires) {
        return till.post("/v1/credits", credit(wallet, cents, funder, expires)).expect(201);
    }

    private static String credit(String wallet, long cents, String funder, String expires) {
        return "{\"wallet\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"funder\":%s,\"expiresAt\":\"%s\"}"
                .formatted(wallet, cents, funder, expires);
    }

    private String status(String membership) {
        return till.get("/v1/memberships/" + membership).expect(200).at("status");
    }

    private static String code(TestAnswer answer) {
        return answer.expect(422).at("code");
    }

    private List<String> kinds(String wallet) {
        return till.get("/v1/wallets/" + wallet + "/statement")
                .expect(200)
                .json()
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("kind").asString())
                .toList();
    }

    private void awaitBalance(String account, long cents) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(ledger.balances()).containsEntry(account, cents));
    }
}
