package io.microwallet.api.export;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.export.table.AccountTable;
import io.microwallet.api.export.table.BookedRow;
import io.microwallet.api.export.table.BookedRow.Transaction;
import io.microwallet.api.export.table.BookedRows;
import io.microwallet.api.export.table.Evening;
import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import io.microwallet.api.tools.NeedsTool;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What finance reads, over real HTTP, signed. */
class FinanceOverHttpTest {
    private static final String EXPORT = "/v1/exports/journal";

    private static RunningService service;
    private TestLedger ledger;
    private TestClient till;
    private TestClient finance;
    private String merchant;

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void open() {
        ledger = service.sandbox();
        till = ledger.till("Entrance");
        finance = ledger.client("Books", "finance");
        merchant = ledger.merchant("x  1 EUR \\n; y", "third-party", 800);
    }

    @Test
    void a_statement_shows_what_moved_newest_first_with_the_texts_of_the_till() {
        var wallet = ledger.wallet(till, 5_000);
        var sale = till.post("/v1/purchases", sale(wallet, 1_250, "order-17")).expect(201);
        till.post("/v1/wallets/" + wallet + "/freeze").expect(200);

        var statement = till.get("/v1/wallets/" + wallet + "/statement").expect(200);

        assertThat(statement
                        .json()
                        .at("/entries")
                        .valueStream()
                        .map(entry -> entry.at("/kind").asString()))
                .containsExactly("frozen", "purchase", "top-up", "opened");
        assertThat(statement.at("entries/1/id")).isEqualTo(sale.at("id"));
        assertThat(statement.number("entries/1/amount/amount")).isEqualTo(-1_250);
        assertThat(statement.number("entries/1/available/amount")).isEqualTo(3_750);
        assertThat(statement.at("entries/1/merchant")).isEqualTo(merchant);
        assertThat(statement.at("entries/1/reference")).isEqualTo("order-17");
        assertThat(statement.number("entries/2/available/amount")).isEqualTo(5_000);
        assertThat(statement.json().has("next")).isFalse();
    }

    @Test
    void a_statement_is_for_those_who_have_a_token_for_the_wallet() {
        var wallet = ledger.wallet(till, 0);
        var path = "/v1/wallets/" + wallet + "/statement";

        assertThat(ledger.till("Another").get(path).expect(404).at("code")).isEqualTo("WALLET_NOT_FOUND");
        assertThat(till.get("/v1/wallets/w1_nonsense/statement").expect(400).at("code"))
                .isEqualTo("INVALID_TOKEN");
        assertThat(till.get(path + "?cursor=AAAA").expect(400).at("code")).isEqualTo("INVALID_CURSOR");
        assertThat(till.get(path + "?limit=0").expect(400).at("code")).isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void the_token_that_an_export_shows_opens_the_statement() {
        ledger.wallet(till, 5_000);
        var csv = finance.get(EXPORT + "?format=csv").expect(200).text();
        var token = csv.replaceFirst("(?s).*Liabilities:Wallet:(w1_[^:]+):.*", "$1");

        assertThat(finance.get("/v1/wallets/" + token + "/statement")
                        .expect(200)
                        .number("entries/0/amount/amount"))
                .isEqualTo(5_000);
    }

    @Test
    @NeedsTool("hledger")
    void hledger_shows_the_figures_of_the_trial_balance() {
        var wallet = ledger.wallet(till, 5_000);
        till.post("/v1/purchases", sale(wallet, 1_250, "-till:1")).expect(201);
        till.post("/v1/purchases", sale(wallet, 99_999, "too-much")).expect(422);

        var balance = ledger.admin().get("/v1/trial-balance").expect(200);
        var journal = finance.get(EXPORT).expect(200);

        assertAgree(journal, balance);
        assertThat(balance.number("totals/0/debits")).isEqualTo(balance.number("totals/0/credits"));
        assertThat(journal.header("MicroWallet-Position")).contains(balance.at("position"));
        assertThat(journal.header("MicroWallet-Chain")).contains(balance.at("chain"));
        assertThat(journal.header("Content-Disposition")).contains("attachment; filename=\"journal.journal\"");
        assertThat(journal.text()).contains("reference:-till:1").doesNotContain("too-much");
    }

    /** Played through the signed API, all in one ledger. */
    @Test
    @NeedsTool("hledger")
    void every_row_of_the_account_table_is_in_the_journal_and_hledger_agrees_with_the_trial_balance()
            throws IOException {
        var evening = new Evening(service);
        BookedRows.rows().forEach(row -> row.story().accept(evening));
        evening.pass(Duration.ofDays(30));

        var booked = BookedRows.rows().map(BookedRow::transaction).toList();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(Transaction.in(exported(evening).text())).containsAll(booked));
        var balance = evening.finance().get("/v1/trial-balance").expect(200);
        assertAgree(
                evening.finance()
                        .get(EXPORT + "?toPosition=" + balance.at("position"))
                        .expect(200),
                balance);
        assertThat(BookedRows.rows().map(BookedRow::name).collect(toSet())).isEqualTo(AccountTable.names());
    }

    private static TestAnswer exported(Evening evening) {
        return evening.finance().get(EXPORT).expect(200);
    }

    private static void assertAgree(TestAnswer journal, TestAnswer trialBalance) {
        Hledger.check(journal.body());
        var balances = new TreeMap<String, BigDecimal>();
        Hledger.balances(journal.body())
                .forEach((account, figure) ->
                        balances.merge(account.replaceFirst(":w1_[^: ]+", ""), figure, BigDecimal::add));
        balances.values().removeIf(figure -> figure.signum() == 0);
        assertThat(balances).isEqualTo(figures(trialBalance.json()));
    }

    @Test
    void an_export_is_the_same_bytes_up_to_its_position() {
        var wallet = ledger.wallet(till, 5_000);
        var first = finance.get(EXPORT + "?format=csv").expect(200);
        till.post("/v1/purchases", sale(wallet, 100, "later")).expect(201);

        var position = first.header("MicroWallet-Position").orElseThrow();
        var again = finance.get(EXPORT + "?format=csv&toPosition=" + position).expect(200);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(finance.get(EXPORT + "?format=csv").expect(200).text()).contains("later");
    }

    @ParameterizedTest
    @CsvSource({
        "?from=2026-11-31, INVALID_PARAMETER",
        "?from=20261123, INVALID_PARAMETER",
        "?from=2026-11-24&to=2026-11-23, INVALID_PARAMETER",
        "?format=xlsx, INVALID_PARAMETER",
        "?toPosition=-1, INVALID_PARAMETER",
        "?toPosition=999999999, INVALID_PARAMETER",
        "?form=csv, UNKNOWN_PARAMETER"
    })
    void what_is_wrong_with_a_query_is_said(String query, String code) {
        assertThat(finance.get(EXPORT + query).expect(400).at("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/exports/journal", "/v1/trial-balance"})
    void a_till_sees_no_books(String path) {
        assertThat(till.get(path).expect(403).at("code")).isEqualTo("SCOPE_MISSING");
    }

    private String sale(String wallet, long euroCents, String reference) {
        return TestLedger.sale(wallet, merchant, euroCents)
                .replaceFirst("\\{", "{\"reference\":\"" + reference + "\",");
    }

    private static Map<String, BigDecimal> figures(JsonNode trialBalance) {
        var figures = new TreeMap<String, BigDecimal>();
        trialBalance
                .at("/accounts")
                .forEach(line -> figures.put(
                        line.at("/account").asString() + " EUR",
                        BigDecimal.valueOf(line.at("/balance").asLong(), 2)));
        figures.values().removeIf(figure -> figure.signum() == 0);
        return figures;
    }
}
