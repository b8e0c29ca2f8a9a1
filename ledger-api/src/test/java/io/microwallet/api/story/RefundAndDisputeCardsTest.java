package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of refunds and disputes of each test card: the processor tells of them late, twice, and in any order. */
class RefundAndDisputeCardsTest {
    private static final long PAID = 5_000;
    private static final long FEE = 1_500;

    private static TestLedger ledger;
    private static TestClient till;
    private static TestClient finance;
    private static String baker;
    private static Paid won;
    private static Paid disputed;
    private static Paid early;
    private static Paid late;
    private static Paid failsLate;
    private static String lateRefund;
    private static String failingRefund;

    private record Paid(String wallet, String topUp) {}

    /** The processor takes its time for each of them: all wait at once. */
    @BeforeAll
    static void a_day_with_all_of_these_cards() {
        ledger = RunningService.shared().sandbox();
        till = ledger.till("Entrance");
        finance = ledger.client("Books", "finance");
        baker = ledger.merchant("Candle & Clay", "third-party", 800);
        won = paid("tok_disputed_won");
        disputed = paid("tok_disputed");
        early = paid("tok_disputed_early");
        late = paid("tok_refund_late");
        failsLate = paid("tok_refund_fails_late");
        lateRefund = refund(late);
        failingRefund = refund(failsLate);
    }

    private static Paid paid(String card) {
        var wallet = ledger.wallet(till, 0);
        return new Paid(wallet, ledger.topUp(till, wallet, PAID, card).at("id"));
    }

    /** Of 5.00, to the card. */
    private static String refund(Paid paid) {
        var purchase = till.post("/v1/purchases", TestLedger.sale(paid.wallet, baker, 1_250))
                .expect(201)
                .at("id");
        var body = "{\"purchase\":\"%s\",\"amount\":{\"amount\":500,\"currency\":\"EUR\"},\"to\":\"source\"}";
        return till.post("/v1/refunds", body.formatted(purchase)).expect(202).at("id");
    }

    @Test
    void a_refund_that_is_pending_settles_when_the_processor_tells() {
        var settled = till.get("/v1/refunds/" + lateRefund + "?wait=20").expect(200);

        assertThat(settled.at("status")).isEqualTo("settled");
        assertThat(available(late)).isEqualTo(3_750);
    }

    @Test
    void a_refund_that_settles_and_fails_later_is_the_members_again() {
        until(() -> assertThat(
                        till.get("/v1/refunds/" + failingRefund).expect(200).at("status"))
                .isEqualTo("failed"));

        var parts = till.get("/v1/refunds/" + failingRefund).expect(200);
        assertThat(parts.at("parts/0/failureCode")).isEqualTo("account_closed");
        assertThat(available(failsLate)).isEqualTo(4_250);
    }

    @Test
    void a_dispute_that_is_told_twice_is_one_chargeback() {
        until(() -> assertThat(chargebacks(disputed)).hasSize(1));

        assertThat(chargebacks(disputed)).singleElement().satisfies(chargeback -> {
            assertThat(chargeback.path("status").asString()).isEqualTo("booked");
            assertThat(chargeback.at("/taken/amount").asLong()).isEqualTo(PAID);
            assertThat(chargeback.at("/fee/amount").asLong()).isEqualTo(FEE);
        });
        assertThat(available(disputed)).isZero();
        assertThat(wallet(disputed).at("status")).isEqualTo("open");
    }

    @Test
    void a_dispute_that_comes_before_the_success_is_booked_and_the_success_too() {
        until(() -> assertThat(chargebacks(early)).hasSize(1));

        var owed = wallet(early).number("owed/0/amount");
        assertThat(available(early)).as("what came and what is owed").isEqualTo(owed);
        assertThat(wallet(early).at("status")).isEqualTo(owed == 0 ? "open" : "frozen");
    }

    @Test
    void a_dispute_that_is_won_gives_the_money_back_but_not_the_fee() {
        until(() -> assertThat(chargebacks(won))
                .singleElement()
                .satisfies(chargeback ->
                        assertThat(chargeback.path("status").asString()).isEqualTo("won")));

        assertThat(available(won)).isEqualTo(PAID);
        until(() -> assertThat(balance("Expenses:ProcessorFees:simulator")).isEqualTo(3 * FEE));
    }

    private static List<JsonNode> chargebacks(Paid paid) {
        return finance.get("/v1/chargebacks")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("topUp").asString().equals(paid.topUp))
                .toList();
    }

    private static TestAnswer wallet(Paid paid) {
        return till.get("/v1/wallets/" + paid.wallet).expect(200);
    }

    private static long available(Paid paid) {
        return wallet(paid).number("balances/0/available");
    }

    private static long balance(String account) {
        return finance.get("/v1/trial-balance")
                .expect(200)
                .json()
                .path("accounts")
                .valueStream()
                .filter(line -> line.path("account").asString().equals(account))
                .mapToLong(line -> line.path("balance").asLong())
                .sum();
    }

    private static void until(ThrowingRunnable holds) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(holds);
    }
}
