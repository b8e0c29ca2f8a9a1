package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The captures of one hold are one purchase: it is refunded while it is captured, to the wallet and to both of its cards. */
class HoldRefundsTest {
    private final TestLedger ledger = RunningService.shared().sandbox();
    private final TestClient till = ledger.till("Entrance");
    private final String baker = ledger.merchant("Candle & Clay", "third-party", 800);
    private final String wallet = ledger.wallet(till, 0);
    private final String first = topUp(1_500, "tok_visa");
    private final String second = topUp(2_500, "tok_mastercard");

    private String topUp(long cents, String card) {
        return ledger.topUp(till, wallet, cents, card).at("id");
    }

    @Test
    void what_is_captured_in_parts_is_given_back_in_parts_the_last_that_was_taken_first() {
        var hold = hold(3_000);
        var purchase = capture(hold, 1_000).at("purchase");
        refund(purchase, 400, "wallet").expect(201);
        capture(hold, 1_500);

        var toSecondCard = refund(purchase, 700, "source").expect(202);
        assertThat(parts(toSecondCard)).containsExactly(Map.entry(second, 700L));
        var toBoth = refund(purchase, 1_400, "source").expect(202);
        assertThat(parts(toBoth)).containsOnly(Map.entry(first, 1_100L), Map.entry(second, 300L));
        assertThat(refund(purchase, 1, "wallet").expect(422).at("code")).isEqualTo("PURCHASE_ALREADY_REFUNDED");

        capture(hold, 500);
        assertThat(refund(purchase, 501, "source").expect(422).at("code")).isEqualTo("REFUND_EXCEEDS_PURCHASE");
        var last = refund(purchase, 500, "source").expect(202);
        assertThat(parts(last)).containsExactly(Map.entry(second, 500L));

        List.of(toSecondCard, toBoth, last).forEach(this::settles);
        assertThat(till.get("/v1/wallets/" + wallet).expect(200).number("balances/0/available"))
                .isEqualTo(1_400);
        assertThat(till.get("/v1/refunds?purchase=" + purchase)
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(4);
        assertThat(ledger.balances())
                .containsEntry("Liabilities:Merchant:" + baker + ":Payable", 0L)
                .containsEntry("Income:Commission", 0L)
                .containsEntry("Liabilities:RefundsInFlight:simulator", 0L)
                .containsEntry("Assets:Processor:simulator:Clearing", 1_400L);
    }

    /** All items of an atomic batch are prepared before the first of them is decided. */
    @Test
    void a_refund_that_was_prepared_before_a_later_capture_knows_the_card_that_this_takes_from() {
        var hold = hold(3_000);
        var purchase = capture(hold, 1_000).at("purchase");

        till.post("/v1/batches", """
                        {"atomic":true,"items":[
                        {"method":"POST","path":"/v1/holds/%s/capture","body":{"amount":{"amount":1500,"currency":"EUR"},"final":false}},
                        {"method":"POST","path":"/v1/refunds","body":{"purchase":"%s","to":"source"}}]}""".formatted(hold, purchase)).expect(200);

        var refund = till.get("/v1/refunds?purchase=" + purchase).expect(200).at("items/0/id");
        assertThat(parts(till.get("/v1/refunds/" + refund).expect(200)))
                .containsOnly(Map.entry(first, 1_500L), Map.entry(second, 1_000L));
    }

    @Test
    void a_refund_to_the_cards_leaves_what_is_still_held_where_it_is() {
        var hold = hold(3_000);
        var purchase = capture(hold, 2_000).at("purchase");

        refund(purchase, 2_000, "source").expect(202);

        var seen = till.get("/v1/wallets/" + wallet).expect(200);
        assertThat(seen.number("balances/0/held")).isEqualTo(1_000);
        assertThat(till.post("/v1/holds/" + hold + "/void").expect(200).number("released/amount"))
                .isEqualTo(1_000);
        assertThat(till.get("/v1/wallets/" + wallet).expect(200).number("balances/0/available"))
                .isEqualTo(2_000);
    }

    private String hold(long cents) {
        var body = "{\"wallet\":\"%s\",\"merchant\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"}}"
                .formatted(wallet, baker, cents);
        return till.post("/v1/holds", body).expect(201).at("id");
    }

    private TestAnswer capture(String hold, long cents) {
        var body = "{\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"final\":false}".formatted(cents);
        return till.post("/v1/holds/" + hold + "/capture", body).expect(200);
    }

    private TestAnswer refund(String purchase, long cents, String to) {
        return till.post(
                "/v1/refunds",
                "{\"purchase\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"to\":\"%s\"}"
                        .formatted(purchase, cents, to));
    }

    private void settles(TestAnswer refund) {
        assertThat(till.get("/v1/refunds/" + refund.at("id") + "?wait=20")
                        .expect(200)
                        .at("status"))
                .isEqualTo("settled");
    }

    /** By top-up. */
    private static Map<String, Long> parts(TestAnswer refund) {
        return refund.json()
                .path("parts")
                .valueStream()
                .collect(Collectors.toMap(
                        part -> part.path("topUp").asString(),
                        part -> part.at("/amount/amount").asLong()));
    }
}
