package io.microwallet.api.topup.worker;

import static io.microwallet.api.topup.worker.TopUpDesk.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worker between the rules and the real HTTP service of the simulated processor. */
class TopUpWorkerTest {
    @TempDir
    Path directory;

    private TopUpDesk desk;

    @BeforeEach
    void open() throws IOException {
        desk = new TopUpDesk(directory, Mode.SANDBOX);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "tok_twice", "tok_silent", "tok_lost"})
    void an_approved_card_tops_the_wallet_up_once_however_it_answers(String card) {
        desk.startWorker();

        var id = desk.request(card);
        desk.untilIdle();

        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class);
        assertThat(desk.available()).isEqualTo(PRICE);
        assertThat(desk.server.chargesTaken()).isEqualTo(1);
    }

    @Test
    void a_declined_card_fails_with_the_processors_code() {
        desk.startWorker();

        var id = desk.request("tok_declined_insufficient_funds");
        desk.untilIdle();

        assertThat(desk.topUp(id))
                .isInstanceOfSatisfying(
                        TopUp.Failed.class, it -> assertThat(it.code().value()).isEqualTo("insufficient_funds"));
        assertThat(desk.available()).isEqualTo(Money.of(0, "EUR"));
    }

    @Test
    void a_late_card_stays_requested_until_the_processor_has_made_up_its_mind() {
        desk.startWorker();

        var id = desk.request("tok_late");
        desk.until(() -> assertThat(desk.server.chargesTaken()).isEqualTo(1));
        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Requested.class);

        desk.passed.addAndGet(3_000);
        desk.untilIdle();

        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class);
    }

    @Test
    void broken_answers_end_as_the_processor_says_and_not_as_anybody_guesses() {
        desk.startWorker();

        for (var i = 0; i < 16; i++) {
            desk.request("tok_broken");
        }
        desk.untilIdle();

        assertThat(succeeded()).isNotEmpty();
        assertThat(failed()).isNotEmpty();
        assertThat(succeeded().size() + failed().size()).isEqualTo(16);
        assertThat(desk.server.chargesTaken()).isEqualTo(succeeded().size());
        assertThat(desk.available().amount())
                .isEqualTo(PRICE.amount() * succeeded().size());
    }

    @Test
    void two_hundred_top_ups_at_once_have_one_outcome_each() throws Exception {
        var cards = List.of("tok_visa", "tok_declined_lost_card", "tok_twice", "tok_broken", "tok_lost");
        desk.startWorker();

        var requests = new ArrayList<Future<TopUpId>>();
        try (var tills = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 200; i++) {
                var card = cards.get(i % cards.size());
                requests.add(tills.submit(() -> desk.request(card)));
            }
        }
        desk.untilIdle();

        for (var request : requests) {
            assertThat(desk.topUp(request.get())).isNotInstanceOf(TopUp.Requested.class);
        }
        assertThat(succeeded().size() + failed().size()).isEqualTo(200);
        assertThat(desk.server.chargesTaken()).isEqualTo(succeeded().size());
        assertThat(desk.available().amount())
                .isEqualTo(PRICE.amount() * succeeded().size());
    }

    @Test
    void what_was_requested_while_no_worker_ran_is_found_at_the_start() {
        var id = desk.request("tok_visa");

        desk.startWorker();

        desk.until(() -> assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class));
    }

    @Test
    void a_crash_between_charge_and_report_leaves_one_charge_and_one_success() {
        desk.ledger.reports = UnreliableLedger.Reports.UNAVAILABLE;
        desk.startWorker();
        var id = desk.request("tok_visa");
        desk.until(() -> assertThat(desk.server.chargesTaken()).isEqualTo(1));
        desk.stopWorker();
        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Requested.class);

        desk.ledger.reports = UnreliableLedger.Reports.DECIDED;
        desk.startWorker();
        desk.until(() -> assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class));
        desk.untilIdle();

        assertThat(succeeded()).hasSize(1);
        assertThat(desk.server.chargesTaken()).isEqualTo(1);
    }

    @Test
    void a_report_whose_answer_is_lost_is_booked_once() {
        desk.ledger.reports = UnreliableLedger.Reports.UNANSWERED;
        desk.startWorker();

        desk.request("tok_visa");
        desk.request("tok_declined_lost_card");
        desk.untilIdle();

        assertThat(succeeded()).hasSize(1);
        assertThat(failed()).hasSize(1);
    }

    @Test
    void a_processor_that_is_away_for_a_while_delays_and_loses_nothing() throws IOException {
        var port = desk.server.address().getPort();
        desk.server.close();
        desk.startWorker();
        var id = desk.request("tok_visa");
        desk.until(() -> assertThat(desk.topUp(id)).isInstanceOf(TopUp.Requested.class));

        desk.startProcessor(port);
        desk.untilIdle();

        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class);
        assertThat(desk.server.chargesTaken()).isEqualTo(1);
    }

    @Test
    void books_that_cannot_be_read_for_a_while_delay_and_lose_nothing() {
        desk.ledger.readable = false;
        desk.startWorker();
        var id = desk.request("tok_visa");
        desk.ledger.readable = true;
        desk.untilIdle();

        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class);
    }

    @Test
    void another_amount_than_asked_for_is_booked_as_the_processor_took_it() {
        var id = new TopUpId(new UUID(8, 1_000));
        desk.processor.charge(id, Money.of(9_99, "EUR"), new CardToken("tok_visa"));
        desk.requested(id, "tok_visa", PRICE, TopUpDesk.anyMode());

        desk.startWorker();
        desk.until(() -> assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class));

        assertThat(desk.available()).isEqualTo(Money.of(9_99, "EUR"));
    }

    @Test
    void a_live_ledger_is_refused_the_simulator_and_never_charged_by_it() throws IOException {
        try (var live = new TopUpDesk(directory.resolve("live"), Mode.LIVE)) {
            var refused = new TopUpId(new UUID(8, 2_000));
            var outcome = live.requested(
                    refused,
                    "tok_visa",
                    PRICE,
                    new CardProcessors(List.of(live.processor)).modesOf(live.processor.id()));
            assertThat(((Outcome.Decided) outcome).events().getFirst().event())
                    .isEqualTo(new RequestRefused(new RefusalCode("PROCESSOR_REFUSES_LIVE")));

            // As if another processor had this code when it was asked for.
            var recorded = new TopUpId(new UUID(8, 2_001));
            live.requested(recorded, "tok_visa", PRICE, TopUpDesk.anyMode());
            live.startWorker();
            live.until(() -> assertThat(live.topUp(recorded)).isInstanceOf(TopUp.Requested.class));
            live.stopWorker();
            assertThat(live.server.chargesTaken()).isZero();
        }
    }

    private List<TopUpSucceeded> succeeded() {
        return desk.ledger.events(TopUpSucceeded.class);
    }

    private List<TopUpFailed> failed() {
        return desk.ledger.events(TopUpFailed.class);
    }
}
