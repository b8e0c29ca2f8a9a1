package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How merchants get what they are owed, over HTTP. */
class PayoutsTest {
    private static final int RACES = 20;

    private final RunningService service = RunningService.shared();
    private final TestLedger ledger = service.sandbox();
    private final TestClient till = ledger.till("Entrance");
    private final TestClient finance = ledger.client("Books", "finance");
    private final String baker = ledger.merchant("Candle & Clay", "third-party", 800);
    private final String wallet = ledger.wallet(till, 100_000);

    @Test
    void a_merchant_is_paid_out_what_it_is_owed_and_the_books_show_every_step() {
        sell(1_250);
        assertThat(payable()).isEqualTo("payable 1150, in flight 0, owed 0");

        var payout = payOut("\"reference\":\"payout-7\"").expect(201);
        assertThat(payout.number("amount/amount")).isEqualTo(1_150);
        assertThat(payable()).isEqualTo("payable 0, in flight 1150, owed 0");

        var id = payout.at("id");
        assertThat(finance.post("/v1/payouts/" + id + "/settle").expect(200).at("status"))
                .isEqualTo("settled");
        assertThat(payable()).isEqualTo("payable 0, in flight 0, owed 0");
        assertThat(ledger.balances())
                .containsEntry("Liabilities:Merchant:" + baker + ":Payable", 0L)
                .containsEntry("Liabilities:PayoutsInFlight:" + baker, 0L)
                .containsEntry("Assets:Bank", -1_150L)
                .containsEntry("Income:Commission", -100L);

        var listed = finance.get("/v1/payouts?merchant=" + baker + "&reference=payout-7")
                .expect(200);
        assertThat(listed.at("items/0/id")).isEqualTo(id);
        assertThat(listed.at("items/0/status")).isEqualTo("settled");
        assertThat(listed.at("items/0/reference")).isEqualTo("payout-7");
        assertThat(finance.get("/v1/exports/journal?format=csv").expect(200).text())
                .contains("payout-requested", "payout-settled", "payout-7");
    }

    @Test
    void of_two_payouts_of_the_whole_at_once_exactly_one_is_accepted() throws Exception {
        for (var race = 0; race < RACES; race++) {
            sell(100 + race);
            var answers = atOnce(() -> payOut(null), () -> payOut(null));
            assertThat(answers).extracting(TestAnswer::status).containsExactlyInAnyOrder(201, 422);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 422)
                    .allSatisfy(answer -> assertThat(answer.at("code")).isEqualTo("NOTHING_TO_PAY_OUT"));
            assertThat(payable()).startsWith("payable 0,").endsWith("owed 0");
        }
    }

    @Test
    void payouts_in_parts_at_once_never_come_to_more_than_the_payable() throws Exception {
        sell(1_000);
        var parts = IntStream.range(0, 8)
                .<Callable<TestAnswer>>mapToObj(_ -> () -> payOut("\"amount\":{\"amount\":230,\"currency\":\"EUR\"}"))
                .toList();
        var answers = atOnce(parts);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.at("code")).isIn("PAYABLE_EXCEEDED", "NOTHING_TO_PAY_OUT"));
        var accepted = answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(accepted).isBetween(1L, 4L);
        assertThat(payable())
                .isEqualTo("payable " + (920 - 230 * accepted) + ", in flight " + 230 * accepted + ", owed 0");
    }

    @Test
    void a_payable_that_turned_negative_is_shown_as_owed_and_taken_from_the_next_payout() {
        sell(1_000);
        var first = payOut(null).expect(201).at("id");
        finance.post("/v1/payouts/" + first + "/fail").expect(200);
        assertThat(payable()).isEqualTo("payable 920, in flight 0, owed 0");
        var second = payOut(null).expect(201).at("id");
        finance.post("/v1/payouts/" + second + "/settle").expect(200);

        // The bank had sent the first one after all: both are gone, and there was money for one.
        finance.post("/v1/payouts/" + first + "/settle").expect(200);
        assertThat(payable()).isEqualTo("payable 0, in flight 0, owed 920");
        assertThat(payOut(null).expect(422).at("code")).isEqualTo("NOTHING_TO_PAY_OUT");

        sell(2_000);
        assertThat(payable()).isEqualTo("payable 920, in flight 0, owed 0");
        assertThat(payOut(null).expect(201).number("amount/amount")).isEqualTo(920);
    }

    @Test
    void a_fact_that_is_told_twice_is_booked_once_and_answered_as_it_stands() {
        sell(100);
        var payout = "/v1/payouts/" + payOut(null).expect(201).at("id");
        var settled = finance.post(payout + "/settle").expect(200);
        var position = service.position();
        var again = finance.post(payout + "/settle").expect(200);
        assertThat(again.text()).isEqualTo(settled.text());
        assertThat(service.position()).isEqualTo(position);

        finance.post(payout + "/fail").expect(200);
        assertThat(finance.post(payout + "/settle").expect(200).at("status")).isEqualTo("returned");
        assertThat(finance.get(payout).expect(200).at("status")).isEqualTo("returned");
        assertThat(payable()).isEqualTo("payable 92, in flight 0, owed 0");
    }

    @Test
    void what_cannot_be_paid_out_is_told_so() {
        var own = ledger.merchant("Our own stall", "own", 0);
        assertThat(finance.post("/v1/payouts", "{\"merchant\":\"" + own + "\"}")
                        .expect(422)
                        .at("code"))
                .isEqualTo("OWN_SHOP_IS_NOT_PAID_OUT");
        assertThat(payOut(null).expect(422).at("code")).isEqualTo("NOTHING_TO_PAY_OUT");
        sell(100);
        assertThat(payOut("\"amount\":{\"amount\":93,\"currency\":\"EUR\"}")
                        .expect(422)
                        .at("code"))
                .isEqualTo("PAYABLE_EXCEEDED");
        assertThat(payOut("\"currency\":\"EUR\",\"amount\":{\"amount\":1,\"currency\":\"EUR\"}")
                        .expect(400)
                        .at("pointer"))
                .isEqualTo("/currency");
        assertThat(payOut("\"currency\":\"JPY\"").expect(422).at("code")).isEqualTo("NOTHING_TO_PAY_OUT");
    }

    private void sell(long euroCents) {
        till.post("/v1/purchases", TestLedger.sale(wallet, baker, euroCents)).expect(201);
    }

    private TestAnswer payOut(String more) {
        return finance.post("/v1/payouts", "{\"merchant\":\"" + baker + "\"" + (more == null ? "" : "," + more) + "}");
    }

    private String payable() {
        var view = finance.get("/v1/merchants/" + baker + "/payable").expect(200);
        return "payable %d, in flight %d, owed %d"
                .formatted(
                        view.number("balances/0/payable"),
                        view.number("balances/0/inFlight"),
                        view.number("balances/0/owed"));
    }

    @SafeVarargs
    private static List<TestAnswer> atOnce(Callable<TestAnswer>... calls) throws Exception {
        return atOnce(List.of(calls));
    }

    private static List<TestAnswer> atOnce(List<Callable<TestAnswer>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(calls);
            return answers.stream().map(java.util.concurrent.Future::resultNow).toList();
        }
    }
}
