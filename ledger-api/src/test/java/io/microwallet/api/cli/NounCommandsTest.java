package io.microwallet.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.signature.VerifyingServer.Answer;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What declared commands send, and how they print what comes back. */
class NounCommandsTest extends CliTestCase {
    private static final String HOLD = """
            {"id":"ho_1","merchant":"m_1","amount":{"amount":3000,"currency":"EUR"},
             "draws":[{"kind":"credit","amount":500},{"kind":"cash","amount":2500}],
             "expiresAt":"2026-11-23T18:30:00.123456Z","at":"2026-11-23T18:15:00Z"}""";

    @BeforeEach
    void keys() throws IOException {
        key("admin");
        key("finance");
        key("till");
    }

    @Test
    void a_write_sends_what_was_named_and_prints_a_line_for_each_member_of_the_answer() {
        answers = _ -> Answer.json(201, HOLD);

        var result = run(
                "hold",
                "place",
                "w1_X",
                "--merchant",
                "m_1",
                "--amount",
                "30 EUR",
                "--expires-in",
                "15m",
                "--idempotency-key",
                "order-7");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualToNormalizingNewlines("""
                id        ho_1
                merchant  m_1
                amount    30.00 EUR
                expires   2026-11-23T18:30:00Z
                at        2026-11-23T18:15:00Z
                draws:
                  KIND       AMOUNT
                  credit   5.00 EUR
                  cash    25.00 EUR
                """);
        assertThat(server.lastCall().method() + ' ' + server.lastCall().path()).isEqualTo("POST /v1/holds");
        assertThat(server.lastCall().keyId()).isEqualTo("sandbox_k_till");
        assertThat(server.lastCall().field("idempotency-key")).isEqualTo("order-7");
        assertThat(server.lastCall().body())
                .isEqualTo("{\"wallet\":\"w1_X\",\"merchant\":\"m_1\","
                        + "\"amount\":{\"amount\":3000,\"currency\":\"EUR\"},\"expiresInSeconds\":900}");
    }

    @Test
    void for_programs_the_answer_is_printed_as_it_is() {
        answers = _ -> Answer.json(201, HOLD);

        assertThat(run("hold", "void", "ho_1", "--json").out().strip()).isEqualTo(HOLD.replaceAll("\\s", ""));
        assertThat(server.lastCall().path()).isEqualTo("/v1/holds/ho_1/void");
        assertThat(server.lastCall().body()).isEmpty();
    }

    @Test
    void a_problem_with_a_field_names_the_field() {
        answers = _ -> Answer.json(
                400, "{\"code\":\"MISSING_FIELD\",\"pointer\":\"/merchant\",\"detail\":\"This field is required.\"}");

        assertThat(run("hold", "void", "ho_1").err())
                .contains("Refused (400): MISSING_FIELD at /merchant. This field is required.");
    }

    @Test
    void a_write_that_fails_names_its_key_to_be_asked_again() {
        answers = _ -> Answer.json(503, "{\"code\":\"OVERLOADED\",\"detail\":\"Too much.\",\"advice\":\"Ask again.\"}");

        var result = run("hold", "capture", "ho_1", "--amount", "25.00 EUR", "--final");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("Idempotency-Key: " + server.lastCall().field("idempotency-key"))
                .contains("OVERLOADED. Too much.", "Ask again.");
        assertThat(server.lastCall().body())
                .isEqualTo("{\"amount\":{\"amount\":2500,\"currency\":\"EUR\"},\"final\":true}");
    }

    @Test
    void a_dry_run_says_so_to_the_service() {
        answers = _ -> Answer.json(200, "{\"id\":\"po_1\",\"dryRun\":true}");

        assertThat(run("payout", "request", "m_1", "--dry-run").out()).contains("dry run  yes");
        assertThat(server.lastCall().path() + server.lastCall().query()).isEqualTo("/v1/payouts?dry-run=true");
        assertThat(server.lastCall().keyId()).isEqualTo("sandbox_k_finance");
        assertThat(server.lastCall().body()).isEqualTo("{\"merchant\":\"m_1\"}");
    }

    @Test
    void a_list_is_a_table_of_one_page_and_tells_where_the_next_begins() {
        answers = _ -> Answer.json(200, """
                {"items":[{"id":"po_1","merchant":"m_1","amount":{"amount":5,"currency":"JPY"},"status":"failed",
                 "at":"2026-11-23T18:30:00.5Z"}],"next":"c&1"}""");

        var result = run("payout", "list", "--merchant", "m_1", "--limit", "1");

        assertThat(result.out()).isEqualToNormalizingNewlines("""
                ID    MERCHANT  AMOUNT  STATUS  AT                    REFERENCE
                po_1  m_1        5 JPY  failed  2026-11-23T18:30:00Z
                """);
        assertThat(result.err()).contains("--cursor c&1");
        assertThat(server.lastCall().query()).isEqualTo("?merchant=m_1&limit=1");
        run("payout", "list", "--cursor", "c&1");
        assertThat(server.lastCall().query()).isEqualTo("?limit=50&cursor=c%261");
    }

    @Test
    void all_of_a_list_is_read_page_by_page() {
        answers = call -> Answer.json(
                200,
                call.query().contains("cursor")
                        ? "{\"items\":[{\"id\":\"m_2\",\"name\":\"Zoë\",\"kind\":\"own\",\"commissionBasisPoints\":0}]}"
                        : "{\"items\":[{\"id\":\"m_1\",\"name\":\"Café\",\"kind\":\"own\",\"commissionBasisPoints\":250}],"
                                + "\"next\":\"x\"}");

        assertThat(run("merchant", "list", "--all").out()).isEqualToNormalizingNewlines("""
                ID   NAME  KIND  COMMISSION (BP)  REFERENCE  CREATED
                m_1  Café  own               250
                m_2  Zoë   own                 0
                """);
        assertThat(run("merchant", "list", "--all", "--json").out())
                .startsWith("{\"items\":[{\"id\":\"m_1\"")
                .contains("m_2");
    }

    @Test
    void amounts_beside_their_currency_have_its_decimals() {
        answers = _ -> Answer.json(
                200,
                "{\"merchant\":\"m_1\",\"balances\":[{\"currency\":\"EUR\",\"payable\":1250,\"inFlight\":5,\"owed\":0}],\"position\":7}");

        assertThat(run("payout", "owed", "m_1").out()).isEqualToNormalizingNewlines("""
                merchant  m_1
                position  7
                balances:
                  CURRENCY  PAYABLE  IN FLIGHT  OWED
                  EUR         12.50       0.05  0.00
                """);
    }

    @Test
    void a_change_says_what_was_named_and_no_more() {
        answers = _ -> Answer.json(200, "{}");

        var result = run("limits", "set", "--balance", "500 EUR", "--balance", "7 JPY", "--open-holds", "5");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(server.lastCall().method()).isEqualTo("PATCH");
        assertThat(server.lastCall().body())
                .isEqualTo("{\"balance\":[{\"amount\":50000,\"currency\":\"EUR\"},{\"amount\":7,\"currency\":\"JPY\"}],"
                        + "\"openHolds\":5}");
    }

    @Test
    void what_has_parts_is_written_in_one_word() {
        answers = _ -> Answer.json(201, "{}");

        run("credit", "give", "w1_X", "5 EUR", "--paid-by", "m_1", "--expires-at", "2027-01-01T00:00:00+01:00");
        assertThat(server.lastCall().body())
                .isEqualTo(
                        "{\"wallet\":\"w1_X\",\"amount\":{\"amount\":500,\"currency\":\"EUR\"},"
                                + "\"funder\":{\"kind\":\"merchant\",\"merchant\":\"m_1\"},\"expiresAt\":\"2026-12-31T23:00:00Z\"}");
        run("plan", "create", "Club", "--price", "20 EUR", "--period-days", "30", "--cliff", "5:5.00 EUR:30");
        assertThat(server.lastCall().body())
                .contains(
                        "\"cliffs\":[{\"popUps\":5,\"credit\":{\"amount\":500,\"currency\":\"EUR\"},\"lifetimeDays\":30}]");
        run("clock", "forward", "2h");
        assertThat(server.lastCall().body()).isEqualTo("{\"forwardSeconds\":7200}");
    }

    @ParameterizedTest
    @CsvSource({
        "12.505 EUR, EUR has 2 decimals",
        "12.50, An amount is expected",
        "'12,50 EUR', An amount is expected",
        "1 XXQ, ISO 4217"
    })
    void what_is_no_amount_is_a_wrong_call(String amount, String why) {
        var result = run("top-up", "request", "w1_X", amount, "--card", "tok_visa");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(why);
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void what_is_no_time_span_time_or_number_is_a_wrong_call() {
        assertThat(run("clock", "forward", "tomorrow").err()).contains("90s, 15m, 2h or 30d");
        assertThat(run("clock", "to", "2027-01-01").err()).contains("A time with its offset");
        assertThat(run("limits", "set", "--open-holds", "many").err()).contains("A whole number");
        assertThat(run("hold", "place").exitCode()).isEqualTo(2);
        assertThat(server.calls()).isEmpty();
    }
}
