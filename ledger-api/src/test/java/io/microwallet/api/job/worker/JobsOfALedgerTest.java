package io.microwallet.api.job.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import io.microwallet.api.running.TestPopUp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jobs over many wallets, and lists of jobs, over HTTP; {@code -Djobs.wallets=10000} makes it a great many. */
class JobsOfALedgerTest {
    private static final int WALLETS = Integer.getInteger("jobs.wallets", 300);
    private static final long EACH = 100;
    private static final String WINDOW = "\"opensAt\":\"2020-11-23T19:00:00Z\",\"closesAt\":\"2099-11-23T21:00:00Z\"}";

    private final TestLedger ledger = RunningService.shared().sandbox();
    private final TestClient till = ledger.till("Entrance");
    private final TestClient finance = ledger.client("Books", "finance");
    private final TestPopUp market = TestPopUp.of(ledger);

    @Test
    void hundreds_of_wallets_are_emptied_in_one_job_that_tells_how_far_it_is() {
        var wallets = market.visitors(till, WALLETS, EACH);

        var began = System.nanoTime();
        var job = market.returnUnspent(finance, "closing").at("id");
        var done = -1L;
        TestAnswer seen;
        do {
            seen = finance.get("/v1/jobs/" + job).expect(200);
            assertThat(seen.number("wallets/done")).isGreaterThanOrEqualTo(done);
            done = seen.number("wallets/done");
        } while (seen.at("status").equals("running"));
        System.out.printf("%d wallets were emptied in %d ms%n", WALLETS, (System.nanoTime() - began) / 1_000_000);

        assertThat(seen.text())
                .contains("\"wallets\":{\"total\":%d,\"done\":%d,\"returned\":%d,\"refused\":0}"
                        .formatted(WALLETS, WALLETS, WALLETS))
                .contains("\"amounts\":[{\"amount\":%d,\"currency\":\"EUR\"}]".formatted(WALLETS * EACH));
        assertThat(finance.get("/v1/refunds?limit=200").expect(200).json().path("items"))
                .hasSize(200);
        assertThat(till.get("/v1/wallets/" + wallets.getLast()).expect(200).text())
                .doesNotContain("\"available\":100");
    }

    @Test
    void jobs_are_listed_newest_first_page_by_page_by_pop_up_and_by_reference() {
        var elsewhere = TestPopUp.of(ledger);
        var first = market.returnUnspent(finance, "closing-1").at("id");
        var second = elsewhere.returnUnspent(finance, "closing-2").at("id");
        var third = market.returnUnspent(finance, "closing-3").at("id");

        assertThat(listed("")).containsExactly(third, second, first);
        assertThat(listed("?popUp=" + market.id())).containsExactly(third, first);
        assertThat(listed("?reference=closing-2")).containsExactly(second);
        var page = finance.get("/v1/jobs?limit=2").expect(200);
        assertThat(listed("?limit=2&cursor=" + page.at("next"))).containsExactly(first);
        assertThat(finance.get("/v1/jobs?popUp=" + first).expect(400).at("code"))
                .isEqualTo("INVALID_ID");
    }

    private List<String> listed(String query) {
        return finance.get("/v1/jobs" + query)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(job -> job.path("id").asString())
                .toList();
    }
}
