package io.microwallet.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.signature.VerifyingServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinanceCommandsTest extends CliTestCase {
    @BeforeEach
    void keys() throws IOException {
        key("admin");
        key("finance");
    }

    @Test
    void a_trial_balance_that_ties_out_is_a_table_with_amounts_in_line() {
        answers = _ -> Answer.json(200, """
                {"position":42,"chain":"ab12","accounts":[
                 {"account":"Assets:Processor:simulator:Clearing","currency":"EUR","debits":5000,"credits":0,"balance":5000},
                 {"account":"Liabilities:Wallets","currency":"EUR","debits":1250,"credits":6250,"balance":-5000},
                 {"account":"Assets:Bank","currency":"JPY","debits":7,"credits":7,"balance":0}],
                 "totals":[{"currency":"EUR","debits":6250,"credits":6250},{"currency":"JPY","debits":7,"credits":7}]}""");

        var result = run("trial-balance");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualToNormalizingNewlines("""
                ACCOUNT                              DEBITS  CREDITS  BALANCE  CURRENCY
                Assets:Processor:simulator:Clearing   50.00     0.00    50.00  EUR
                Liabilities:Wallets                   12.50    62.50   -50.00  EUR
                Assets:Bank                               7        7        0  JPY
                Total                                 62.50    62.50     0.00  EUR
                Total                                     7        7        0  JPY
                Debits equal credits, as of position 42 (chain ab12)
                """);
        assertThat(server.lastCall().keyId()).isEqualTo("sandbox_k_finance");
    }

    @Test
    void a_trial_balance_that_does_not_tie_out_is_exit_code_1() {
        answers = _ -> Answer.json(
                200, "{\"position\":1,\"accounts\":[],\"totals\":[{\"currency\":\"EUR\",\"debits\":2,\"credits\":1}]}");

        var result = run("trial-balance");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("DIFFER");
    }

    @Test
    void a_statement_is_read_page_by_page() {
        answers = call -> Answer.json(
                200,
                call.query().contains("cursor=n%26xt")
                        ? "{\"position\":9,\"entries\":[{\"at\":\"B\",\"kind\":\"purchase\",\"id\":\"pu_1\",\"merchantName\":\"Café\","
                                + "\"amount\":{\"amount\":-250,\"currency\":\"EUR\"},\"available\":{\"amount\":750,\"currency\":\"EUR\"}}]}"
                        : "{\"position\":9,\"next\":\"n&xt\",\"entries\":[{\"at\":\"A\",\"kind\":\"top-up\",\"id\":\"tu_1\",\"reference\":\"r\","
                                + "\"amount\":{\"amount\":1000,\"currency\":\"EUR\"},\"available\":{\"amount\":1000,\"currency\":\"EUR\"}},"
                                + "{\"at\":\"A\",\"kind\":\"frozen\"}]}");

        var result = run("statement", "w1_X", "--key", "finance");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualToNormalizingNewlines("""
                AT  KIND      ID    MERCHANT     AMOUNT  AVAILABLE  REFERENCE
                A   top-up    tu_1            10.00 EUR  10.00 EUR  r
                A   frozen
                B   purchase  pu_1  Café      -2.50 EUR   7.50 EUR
                """);
        assertThat(server.lastCall().path()).isEqualTo("/v1/wallets/w1_X/statement");
    }

    @Test
    void a_month_has_its_opening_and_closing_balance() {
        answers = _ -> Answer.json(
                200,
                "{\"position\":9,\"entries\":[{\"at\":\"A\",\"kind\":\"top-up\",\"id\":\"tu_1\",\"amount\":{\"amount\":1000,"
                        + "\"currency\":\"EUR\"},\"available\":{\"amount\":1250,\"currency\":\"EUR\"}}],\"period\":{"
                        + "\"opening\":[{\"currency\":\"EUR\",\"ledger\":250},{\"currency\":\"JPY\",\"ledger\":7}],"
                        + "\"closing\":[{\"currency\":\"EUR\",\"ledger\":1250},{\"currency\":\"JPY\",\"ledger\":7}]}}");

        var result = run("statement", "w1_X", "--key", "finance", "--month", "2026-11", "--by", "effective");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualToNormalizingNewlines("""
                AT  KIND    ID    MERCHANT     AMOUNT  AVAILABLE  REFERENCE
                A   top-up  tu_1            10.00 EUR  12.50 EUR
                Opening balance: 2.50 EUR, 7 JPY
                Closing balance: 12.50 EUR, 7 JPY
                """);
        assertThat(server.lastCall().query()).isEqualTo("?month=2026-11&by=effective&limit=1");
    }

    @Test
    void a_trial_balance_of_the_past_names_its_instant() {
        answers = _ -> Answer.json(200, "{\"position\":1,\"accounts\":[],\"totals\":[]}");

        assertThat(run("trial-balance", "--at", "2026-11-23T18:30:00+01:00").exitCode())
                .isZero();
        assertThat(server.lastCall().query()).isEqualTo("?at=2026-11-23T18%3A30%3A00%2B01%3A00");
        assertThat(run("trial-balance", "--effective-at", "2026-11-23T18:30:00Z")
                        .exitCode())
                .isZero();
        assertThat(server.lastCall().query()).isEqualTo("?effectiveAt=2026-11-23T18%3A30%3A00Z");
        assertThat(run("trial-balance", "--at", "A", "--effective-at", "B").exitCode())
                .isNotZero();
    }

    @Test
    void a_journal_goes_to_a_file() throws IOException {
        answers = _ -> new Answer(200, "text/plain", "account Assets:Bank\n");
        var file = data.resolve("day.journal");

        var result = run(
                "export",
                "journal",
                "--from",
                "2026-11-23",
                "--to",
                "2026-11-24",
                "--format",
                "hledger",
                "--output",
                file.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("Wrote " + file + ", 20 bytes");
        assertThat(file).hasContent("account Assets:Bank\n");
        assertThat(server.lastCall().path() + server.lastCall().query())
                .isEqualTo("/v1/exports/journal?from=2026-11-23&to=2026-11-24&format=hledger");
    }

    @Test
    void a_journal_goes_to_the_standard_output_unchanged() {
        answers = _ -> new Answer(200, "text/csv", "a,b\r\n");

        assertThat(run("export", "journal", "--from", "2026-11-23", "--to", "2026-11-23", "--format", "csv")
                        .out())
                .isEqualTo("a,b\r\n");
    }

    @Test
    void a_refused_export_leaves_the_old_file_as_it_was() throws IOException {
        answers = _ -> Answer.json(403, "{\"code\":\"SCOPE_MISSING\",\"detail\":\"Finance only.\"}");
        var file = Files.writeString(data.resolve("day.journal"), "old");

        var result = run(
                "export",
                "journal",
                "--from",
                "2026-11-23",
                "--to",
                "2026-11-23",
                "--format",
                "csv",
                "--output",
                file.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("SCOPE_MISSING. Finance only.");
        assertThat(file).hasContent("old");
        assertThat(data.resolve("day.journal.part")).doesNotExist();
    }

    @Test
    void a_day_that_is_none_is_a_wrong_call() {
        assertThat(run("export", "journal", "--from", "23.11.2026", "--to", "2026-11-23", "--format", "csv")
                        .exitCode())
                .isEqualTo(2);
    }
}
