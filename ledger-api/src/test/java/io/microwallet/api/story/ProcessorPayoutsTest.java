package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a processor took for us reaches our bank account, and finance reports it. */
class ProcessorPayoutsTest {
    private final RunningService service = RunningService.shared();
    private final TestLedger ledger = service.sandbox();
    private final TestClient finance = ledger.client("Books", "finance");

    @Test
    void a_processors_payout_clears_what_it_took_less_its_fee() {
        ledger.wallet(ledger.till("Entrance"), 10_000);

        var payout = report(body("simulator", "payout_1", 9_800, 200)).expect(201);

        assertThat(payout.at("status")).isEqualTo("booked");
        assertThat(balance("Assets:Bank")).isEqualTo(9_800);
        assertThat(balance("Expenses:ProcessorFees:simulator")).isEqualTo(200);
        assertThat(balance("Assets:Processor:simulator:Clearing")).isZero();
    }

    @Test
    void a_payout_told_before_the_payments_that_it_carries_leaves_clearing_below_zero_until_they_are_known() {
        report(body("simulator", "payout_1", 9_800, 200)).expect(201);
        assertThat(balance("Assets:Processor:simulator:Clearing")).isEqualTo(-10_000);

        ledger.wallet(ledger.till("Entrance"), 10_000);
        assertThat(balance("Assets:Processor:simulator:Clearing")).isZero();
        assertThat(finance.get("/v1/exceptions").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void a_payout_that_is_told_twice_is_booked_once() {
        var first = report(body("acme", "payout_1", 98, 2)).expect(201);
        var position = service.position();

        var again = report(body("acme", "payout_1", 98, 2)).expect(200);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(service.position()).isEqualTo(position);
    }

    @Test
    void a_payout_that_is_told_with_other_amounts_stays_as_it_was_booked_and_finance_has_an_exception() {
        var id = report(body("acme", "payout_1", 98, 2)).expect(201).at("id");

        var other = report(body("acme", "payout_1", 97, 3)).expect(200);
        report(body("acme", "payout_1", 97, 3)).expect(200);

        assertThat(other.at("status")).isEqualTo("contradicted");
        assertThat(other.at("amount/amount")).isEqualTo("98");
        assertThat(balance("Assets:Bank")).isEqualTo(98);
        var seen = finance.get("/v1/processor-payouts/" + id).expect(200);
        assertThat(seen.at("status")).isEqualTo("contradicted");
        assertThat(seen.at("amount/amount")).isEqualTo("98");
        assertThat(seen.at("told/fee/amount")).isEqualTo("3");
        assertThat(finance.get("/v1/exceptions").expect(200).json().path("items"))
                .singleElement()
                .satisfies(exception -> {
                    assertThat(exception.path("kind").asString()).isEqualTo("processor-payout-contradicted");
                    assertThat(exception.path("id").asString()).isEqualTo(id);
                    assertThat(exception.at("/amount/amount").asLong()).isEqualTo(97);
                });
    }

    @Test
    void a_dry_run_tells_the_answer_and_books_nothing() {
        var answer = finance.post("/v1/processor-payouts?dry-run=true", body("acme", "payout_1", 98, 2))
                .expect(200);

        assertThat(answer.at("status")).isEqualTo("booked");
        assertThat(balance("Assets:Bank")).isZero();
    }

    @Test
    void payouts_are_listed_by_their_processor_newest_first() {
        var first = report(body("acme", "payout_1", 98, 2)).expect(201).at("id");
        report(body("other", "payout_1", 98, 2)).expect(201);
        var second = report(body("acme", "payout_2", 98, 2)).expect(201).at("id");

        assertThat(finance.get("/v1/processor-payouts").expect(200).json().path("items"))
                .hasSize(3);
        assertThat(finance.get("/v1/processor-payouts?processor=acme")
                        .expect(200)
                        .json()
                        .path("items"))
                .extracting(item -> item.path("id").asString())
                .containsExactly(second, first);
        finance.get("/v1/processor-payouts?processor=Acme!").expect(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-        | payout_1         | 98 | EUR | 2 | EUR | MISSING_FIELD",
                "Acme     | payout_1         | 98 | EUR | 2 | EUR | INVALID_FIELD",
                "acme     | -                | 98 | EUR | 2 | EUR | MISSING_FIELD",
                "acme     | pay out          | 98 | EUR | 2 | EUR | INVALID_FIELD",
                "acme     | 4111111111111111 | 98 | EUR | 2 | EUR | CARD_NUMBER_REFUSED",
                "acme     | payout_1         | 0  | EUR | 2 | EUR | INVALID_FIELD",
                "acme     | payout_1         | 98 | EUR | -1 | EUR | INVALID_FIELD",
                "acme     | payout_1         | 98 | EUR | 2 | JPY | INVALID_FIELD",
                "acme     | payout_1         | 98 | EUR | 9007199254740991 | EUR | INVALID_FIELD"
            })
    void what_cannot_be_a_payout_is_no_report(
            String processor,
            String reference,
            long amount,
            String currency,
            long fee,
            String feeCurrency,
            String code) {
        var body = "{%s%s\"amount\":{\"amount\":%d,\"currency\":\"%s\"},\"fee\":{\"amount\":%d,\"currency\":\"%s\"}}"
                .formatted(
                        member("processor", processor),
                        member("reference", reference),
                        amount,
                        currency,
                        fee,
                        feeCurrency);

        assertThat(report(body).expect(400).at("code")).isEqualTo(code);
    }

    private static String member(String name, String value) {
        return value == null ? "" : "\"%s\":\"%s\",".formatted(name, value);
    }

    private TestAnswer report(String body) {
        return finance.post("/v1/processor-payouts", body);
    }

    private static String body(String processor, String reference, long amount, long fee) {
        return """
                {"processor":"%s","reference":"%s","amount":{"amount":%d,"currency":"EUR"},"fee":{"amount":%d,"currency":"EUR"}}""".formatted(processor, reference, amount, fee);
    }

    private long balance(String account) {
        return finance.get("/v1/trial-balance")
                .expect(200)
                .json()
                .path("accounts")
                .valueStream()
                .filter(line -> line.path("account").asString().equals(account))
                .map(line -> line.path("balance"))
                .mapToLong(JsonNode::asLong)
                .sum();
    }
}
