package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How money goes back, over HTTP. */
class RefundsTest {
    private final RunningService service = RunningService.shared();
    private final TestLedger ledger = service.sandbox();
    private final TestClient till = ledger.till("Entrance");
    private final TestClient finance = ledger.client("Books", "finance");
    private final String baker = ledger.merchant("Candle & Clay", "third-party", 800);

    @Test
    void a_refund_to_the_wallet_is_there_at_once_and_the_commission_goes_back_too() {
        var wallet = ledger.wallet(till, 5_000);
        var purchase = sell(wallet, 1_250);

        var refund = refund(purchase, 500, "wallet").expect(201);

        assertThat(refund.at("status")).isEqualTo("settled");
        assertThat(refund.number("available/amount")).isEqualTo(4_250);
        assertThat(available(wallet)).isEqualTo(4_250);
        assertThat(ledger.balances())
                .containsEntry("Liabilities:Merchant:" + baker + ":Payable", -690L)
                .containsEntry("Income:Commission", -60L);
        var rest = refund(purchase, 751, "wallet").expect(422);
        assertThat(rest.at("code")).isEqualTo("REFUND_EXCEEDS_PURCHASE");
        assertThat(till.get("/v1/refunds?purchase=" + purchase).expect(200).at("items/0/id"))
                .isEqualTo(refund.at("id"));
        assertThat(till.get("/v1/wallets/" + wallet + "/statement").expect(200).at("entries/0/kind"))
                .isEqualTo("refund");
        assertThat(finance.get("/v1/exports/journal?format=csv").expect(200).text())
                .contains("purchase-refunded");
    }

    @Test
    void a_refund_to_the_source_settles_when_the_processor_says_so() {
        var wallet = ledger.wallet(till, 5_000);
        var purchase = sell(wallet, 1_250);

        var refund = refund(purchase, 500, "source").expect(202);

        assertThat(refund.at("status")).isEqualTo("requested");
        var settled = till.get("/v1/refunds/" + refund.at("id") + "?wait=20").expect(200);
        assertThat(settled.at("status")).isEqualTo("settled");
        assertThat(settled.at("parts/0/status")).isEqualTo("settled");
        assertThat(available(wallet)).isEqualTo(3_750);
        assertThat(ledger.balances())
                .containsEntry("Liabilities:RefundsInFlight:simulator", 0L)
                .containsEntry("Assets:Processor:simulator:Clearing", 4_500L);
    }

    @Test
    void a_refund_that_fails_brings_the_money_back_into_the_wallet() {
        var wallet = ledger.wallet(till, 0);
        ledger.topUp(till, wallet, 5_000, "tok_refund_fails");
        var purchase = sell(wallet, 1_250);

        var refund = refund(purchase, 500, "source").expect(202).at("id");

        var failed = till.get("/v1/refunds/" + refund + "?wait=20").expect(200);
        assertThat(failed.at("status")).isEqualTo("failed");
        assertThat(failed.at("parts/0/failureCode")).isEqualTo("account_closed");
        assertThat(available(wallet)).isEqualTo(4_250);
    }

    @Test
    void unspent_money_goes_back_to_each_card_that_it_came_from() {
        var wallet = ledger.wallet(till, 1_000);
        ledger.topUp(till, wallet, 2_000, "tok_mastercard");
        sell(wallet, 1_100);

        var returned = till.post("/v1/wallets/" + wallet + "/return-unspent").expect(202);

        assertThat(returned.number("amounts/0/amount")).isEqualTo(1_900);
        var settled = till.get("/v1/refunds/" + returned.at("id") + "?wait=20").expect(200);
        assertThat(settled.at("status")).isEqualTo("settled");
        assertThat(available(wallet)).isZero();
        assertThat(till.post("/v1/wallets/" + wallet + "/return-unspent")
                        .expect(422)
                        .at("code"))
                .isEqualTo("NOTHING_TO_RETURN");
    }

    @Test
    void a_chargeback_of_spent_money_is_owed_and_freezes_the_wallet_until_it_is_paid() {
        var wallet = ledger.wallet(till, 5_000);
        sell(wallet, 4_000);
        var topUp = till.get("/v1/top-ups?wallet=" + wallet).expect(200).at("items/0/id");

        var report = chargeback("dp_1", topUp, 5_000).expect(201);

        assertThat(chargeback("dp_1", topUp, 5_000).expect(200).at("id")).isEqualTo(report.at("id"));
        var seen = till.get("/v1/wallets/" + wallet).expect(200);
        assertThat(seen.at("status")).isEqualTo("frozen");
        assertThat(seen.number("owed/0/amount")).isEqualTo(4_000);
        assertThat(till.post("/v1/purchases", TestLedger.sale(wallet, baker, 1))
                        .expect(422)
                        .at("code"))
                .isEqualTo("WALLET_FROZEN");
        assertThat(till.post("/v1/wallets/" + wallet + "/unfreeze").expect(422).at("code"))
                .isEqualTo("RECEIVABLE_OPEN");

        ledger.topUp(till, wallet, 1_500, "tok_visa");
        var owing = finance.get("/v1/wallets?limit=1").expect(200).at("items/0/id");
        assertThat(finance.post("/v1/wallets/" + owing + "/receivable/collect")
                        .expect(200)
                        .number("amounts/0/amount"))
                .isEqualTo(1_500);
        finance.post("/v1/wallets/" + owing + "/receivable/write-off").expect(200);
        assertThat(till.get("/v1/wallets/" + wallet).expect(200).at("status")).isEqualTo("open");

        var id = report.at("id");
        finance.post("/v1/chargebacks/" + id + "/won").expect(200);
        assertThat(finance.get("/v1/chargebacks/" + id).expect(200).at("status"))
                .isEqualTo("won");
        assertThat(available(wallet)).isEqualTo(2_500);
        assertThat(ledger.balances())
                .containsEntry("Expenses:BadDebt", 0L)
                .containsEntry("Assets:Receivable:Chargebacks", 0L);
    }

    @Test
    void what_nobody_can_explain_is_an_exception_for_finance() {
        var report = "{\"dispute\":\"dp_9\",\"amount\":{\"amount\":700,\"currency\":\"EUR\"}}";

        var id = finance.post("/v1/chargebacks", report).expect(201).at("id");

        var exceptions = finance.get("/v1/exceptions").expect(200);
        assertThat(exceptions.at("items/0/kind")).isEqualTo("chargeback-unexplained");
        assertThat(exceptions.at("items/0/id")).isEqualTo(id);
        assertThat(ledger.balances()).containsEntry("Assets:Unexplained:simulator", 700L);
    }

    @Test
    void a_dispute_told_otherwise_is_booked_once_and_an_exception_for_finance_once() {
        var wallet = ledger.wallet(till, 1_000);
        var topUp = till.get("/v1/top-ups?wallet=" + wallet).expect(200).at("items/0/id");
        var id = chargeback("dp_2", topUp, 300).expect(201).at("id");

        var otherwise = chargeback("dp_2", topUp, 400).expect(200);

        assertThat(otherwise.at("status")).isEqualTo("contradicted");
        assertThat(otherwise.number("amount/amount")).isEqualTo(300);
        assertThat(otherwise.number("contradicted/0/amount/amount")).isEqualTo(400);
        assertThat(chargeback("dp_2", topUp, 400).expect(200).at("status")).isEqualTo("contradicted");
        assertThat(exceptionsOf(id)).containsExactly("chargeback-contradicted 400");
        assertThat(available(wallet)).isEqualTo(700);
    }

    @Test
    void a_dispute_is_won_in_parts_up_to_what_was_taken_and_no_more() {
        var wallet = ledger.wallet(till, 1_000);
        var topUp = till.get("/v1/top-ups?wallet=" + wallet).expect(200).at("items/0/id");
        var id = chargeback("dp_3", topUp, 1_000).expect(201).at("id");

        assertThat(won(id, 400).expect(200).at("status")).isEqualTo("won");
        assertThat(won(id, 400).expect(200).at("status")).isEqualTo("won");
        assertThat(won(id, 601).expect(200).at("status")).isEqualTo("contradicted");
        assertThat(finance.post("/v1/chargebacks/" + id + "/won").expect(200).number("amount/amount"))
                .isEqualTo(600);

        var seen = finance.get("/v1/chargebacks/" + id).expect(200);
        assertThat(seen.number("won/amount")).isEqualTo(1_000);
        assertThat(seen.number("contradicted/0/won/amount")).isEqualTo(601);
        assertThat(exceptionsOf(id)).containsExactly("dispute-won-contradicted 601");
        assertThat(available(wallet)).isEqualTo(1_000);
    }

    @Test
    void what_is_taken_or_given_beyond_a_top_up_is_an_exception_and_never_the_members_cash() {
        var wallet = ledger.wallet(till, 1_000);
        var topUp = till.get("/v1/top-ups?wallet=" + wallet).expect(200).at("items/0/id");
        ledger.topUp(till, wallet, 4_000, "tok_visa");

        var above = chargeback("dp_4", topUp, 5_000).expect(201).at("id");
        won(above, 6_000).expect(200);

        assertThat(exceptionsOf(above)).containsExactly("dispute-won-unclaimed 1000", "chargeback-above-top-up 4000");
        assertThat(available(wallet)).isEqualTo(5_000);
    }

    private List<String> exceptionsOf(String chargeback) {
        return finance.get("/v1/exceptions")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(chargeback))
                .map(it -> it.path("kind").asString() + " "
                        + it.path("amount").path("amount").asLong())
                .toList();
    }

    private TestAnswer won(String chargeback, long cents) {
        return finance.post(
                "/v1/chargebacks/" + chargeback + "/won",
                "{\"amount\":{\"amount\":%d,\"currency\":\"EUR\"}}".formatted(cents));
    }

    private String sell(String wallet, long cents) {
        return till.post("/v1/purchases", TestLedger.sale(wallet, baker, cents))
                .expect(201)
                .at("id");
    }

    private TestAnswer refund(String purchase, long cents, String to) {
        return till.post(
                "/v1/refunds",
                "{\"purchase\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"to\":\"%s\"}"
                        .formatted(purchase, cents, to));
    }

    private TestAnswer chargeback(String dispute, String topUp, long cents) {
        return finance.post(
                "/v1/chargebacks",
                "{\"dispute\":\"%s\",\"topUp\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"}}"
                        .formatted(dispute, topUp, cents));
    }

    private long available(String wallet) {
        var seen = till.get("/v1/wallets/" + wallet).expect(200);
        return seen.text().contains("\"balances\":[]") ? 0 : seen.number("balances/0/available");
    }
}
