package io.microwallet.api.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.TestPopUp;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The JVM ends in the middle of a job, after a commit that nobody was told of; after the restart the job goes on by itself. */
class JobHaltsTest {
    private static final int BEFORE = 50;
    private static final int AFTER = 50;
    private static final int ALL = BEFORE + 1 + AFTER;
    private static final long EACH = 100;

    @Test
    void each_wallet_is_emptied_once_and_counted_once_though_the_service_died_in_the_middle() throws Exception {
        try (var service = ServiceProcess.start(Halt.Point.BEFORE_ANSWER.name())) {
            var ledger = service.sandbox();
            var till = ledger.till("Entrance");
            var finance = ledger.client("Books", "finance");
            var market = TestPopUp.of(ledger);
            // More on either side than are asked at once: some are told before it ends, and some are asked after it.
            var first = market.visitors(till, BEFORE, EACH);
            var marked = ledger.wallet(till, EACH);
            ledger.topUpAt(market.id(), till, marked, Halt.MARKED_AMOUNT - 1);
            ledger.topUpAt(market.id(), till, marked, 1);
            var last = market.visitors(till, AFTER, EACH);

            var job = "/v1/jobs/" + market.returnUnspent(finance, "closing").at("id");
            assertThat(service.awaitDeath()).isEqualTo(Halt.EXIT);
            service.startAgain();

            var done = finance.get(job + "?wait=20").expect(200);
            assertThat(done.at("status")).isEqualTo("done");
            assertThat(done.text())
                    .contains("\"wallets\":{\"total\":101,\"done\":101,\"returned\":101,\"refused\":0}")
                    .contains("\"amounts\":[{\"amount\":" + (Halt.MARKED_AMOUNT + (BEFORE + AFTER) * EACH));
            assertThat(finance.get("/v1/refunds?limit=200").expect(200).json().path("items"))
                    .hasSize(ALL);
            Stream.concat(first.stream(), last.stream())
                    .forEach(wallet -> assertThat(new Crowd.Wallet(till, wallet).available())
                            .isZero());
            assertThat(new Crowd.Wallet(till, marked).available()).isEqualTo(EACH);
            SoundStore.check(service.database());
            System.out.println("JobHaltsTest: starts took " + service.starts());
        }
    }
}
