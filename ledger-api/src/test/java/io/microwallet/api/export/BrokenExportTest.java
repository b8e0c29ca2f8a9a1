package io.microwallet.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestLedger;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class BrokenExportTest {
    @Test
    void an_export_that_breaks_off_never_looks_whole() throws SQLException {
        try (var service = RunningService.start()) {
            var ledger = service.sandbox();
            var till = ledger.till("Entrance");
            var finance = ledger.client("Books", "finance");
            var merchant = ledger.merchant("\u65E5".repeat(200), "third-party", 0);
            var wallet = ledger.wallet(till, 5_000);
            for (var i = 0; i < 30; i++) {
                till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 10))
                        .expect(201);
            }
            var last = ledger.wallet(till, 5_000);
            var sale = TestLedger.sale(last, merchant, 10).replaceFirst("\\{", "{\"reference\":\"order-of-the-last\",");
            till.post("/v1/purchases", sale).expect(201);
            assertThat(finance.get("/v1/exports/journal").expect(200).body()).hasSizeGreaterThan(40_000);
            // The lists are whole, so that a restart reads no text for them.
            till.get("/v1/purchases?reference=order-of-the-last").expect(200);

            breakNewestDataKey(service);
            service.restart();

            // The head of the file is out when the text of the last wallet cannot be opened.
            assertThatThrownBy(() -> finance.get("/v1/exports/journal")).isInstanceOf(UncheckedIOException.class);
        }
    }

    /** Of the wallet that was opened last: its ciphertext is changed by one bit. */
    private static void breakNewestDataKey(RunningService service) throws SQLException {
        try (var connection = service.database().administrator().connect();
                var statement = connection.createStatement()) {
            var sql = """
                    UPDATE data_key SET wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)
                     WHERE ctid = (SELECT max(ctid) FROM data_key)
                    """;
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }
}
