package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A member who is erased is gone for everybody, at once and for ever; the amounts stay. */
class ErasureTest {
    private static RunningService service;
    private static TestLedger ledger;
    private static TestClient till;
    private static TestClient finance;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        ledger = service.sandbox();
        till = ledger.till("Entrance");
        finance = ledger.client("Books", "finance");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_erased_member_is_found_by_nobody_also_after_a_restart() {
        var merchant = ledger.merchant("Candle & Clay", "third-party", 0);
        var wallet = till.post("/v1/wallets", "{\"reference\":\"member-9\",\"contact\":\"ada@example.org\"}")
                .expect(201)
                .at("id");
        ledger.topUp(till, wallet, 500, "tok_visa");
        var sale = TestLedger.sale(wallet, merchant, 500);
        var purchase = till.post("/v1/purchases", sale.substring(0, sale.length() - 1) + ",\"reference\":\"order-9\"}")
                .expect(201)
                .at("id");
        var admin = ledger.admin();
        var seenByAdmin =
                admin.get("/v1/wallets?reference=member-9").expect(200).at("items/0/id");
        assertThat(admin.post("/v1/wallets/" + seenByAdmin + "/erase")
                        .expect(422)
                        .at("code"))
                .isEqualTo("WALLET_NOT_CLOSED");
        till.post("/v1/wallets/" + wallet + "/close").expect(200);
        var erased = admin.post("/v1/wallets/" + seenByAdmin + "/erase", "", "erase-9")
                .expect(200);

        assertForgotten(wallet, purchase);
        service.restart();
        assertForgotten(wallet, purchase);
        var again = admin.post("/v1/wallets/" + seenByAdmin + "/erase", "", "erase-9");
        assertThat(again.text()).isEqualTo(erased.text());
        assertThat(again.replayed()).isTrue();
    }

    @Test
    void an_erasure_that_the_vault_could_not_finish_says_so_and_is_finished_by_asking_again() throws SQLException {
        var wallet = till.post("/v1/wallets", "{\"reference\":\"member-10\"}")
                .expect(201)
                .at("id");
        till.post("/v1/wallets/" + wallet + "/close").expect(200);
        var admin = ledger.admin();
        var erase = "/v1/wallets/"
                + admin.get("/v1/wallets?reference=member-10").expect(200).at("items/0/id") + "/erase";
        asAdministrator("REVOKE DELETE ON link_session FROM ");
        var half = admin.send(admin.posting(erase, "", "erase-10")).expect(503);
        assertThat(half.text()).contains("The erasure is decided").doesNotContain("Nothing was written");
        assertThat(half.header("retry-after")).isPresent();
        asAdministrator("GRANT DELETE ON link_session TO ");
        assertThat(admin.post(erase, "", "erase-10").expect(200).replayed()).isTrue();
        assertThat(till.get("/v1/wallets/" + wallet).expect(410).at("code")).isEqualTo("WALLET_ERASED");
    }

    private static void asAdministrator(String grant) throws SQLException {
        try (var connection = service.database().administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute(grant
                    + statement.enquoteIdentifier(service.database().service().user(), true));
        }
    }

    private static void assertForgotten(String wallet, String purchase) {
        assertThat(till.get("/v1/wallets/" + wallet).expect(410).at("code")).isEqualTo("WALLET_ERASED");
        assertThat(till.get("/v1/wallets?reference=member-9").expect(200).text())
                .isEqualTo("{\"items\":[]}");
        assertThat(finance.get("/v1/wallets").expect(200).text()).isEqualTo("{\"items\":[]}");
        assertThat(finance.get("/v1/purchases?reference=order-9").expect(200).text())
                .isEqualTo("{\"items\":[]}");
        var seen = finance.get("/v1/purchases/" + purchase).expect(200);
        assertThat(seen.number("amount/amount")).isEqualTo(500);
        assertThat(seen.text()).doesNotContain("order-9").doesNotContain("ada@");
    }
}
