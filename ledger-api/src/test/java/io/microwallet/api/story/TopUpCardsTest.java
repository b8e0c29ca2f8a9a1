package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.refund.worker.RefundSettling;
import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import io.microwallet.api.topup.worker.CardProcessors;
import io.microwallet.api.topup.worker.Settling.Question;
import io.microwallet.api.topup.worker.WorkerCalls;
import io.microwallet.core.books.Books;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundPartId;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.topup.TopUpId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test card, as a till sees it over HTTP. */
class TopUpCardsTest {
    private static final long PRICE = 1_250;
    private static RunningService service;
    private static TestLedger ledger;
    private static TestClient till;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        ledger = service.sandbox();
        till = ledger.till("Entrance");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "tok_late", "tok_twice", "tok_silent", "tok_lost"})
    void an_approved_card_ends_in_one_success_however_it_answers(String card) {
        var wallet = ledger.wallet(till, 0);

        var topUp = ledger.topUp(till, wallet, PRICE, card);

        assertThat(topUp.at("status")).isEqualTo("succeeded");
        assertThat(available(wallet)).isEqualTo(PRICE);
    }

    @ParameterizedTest
    @CsvSource({"tok_declined_insufficient_funds, insufficient_funds", "tok_anything_else, no_such_card"})
    void a_declined_card_ends_in_a_failure_with_the_processors_code(String card, String code) {
        var wallet = ledger.wallet(till, 0);

        var topUp = ledger.topUp(till, wallet, PRICE, card);

        assertThat(topUp.at("status")).isEqualTo("failed");
        assertThat(topUp.at("declineCode")).isEqualTo(code);
        assertThat(available(wallet)).isZero();
    }

    @Test
    void broken_answers_end_one_way_or_the_other_and_the_wallet_has_what_was_taken() {
        var wallet = ledger.wallet(till, 0);
        var succeeded = 0;
        for (var i = 0; i < 6; i++) {
            var status = ledger.topUp(till, wallet, PRICE, "tok_broken").at("status");
            assertThat(status).isIn("succeeded", "failed");
            succeeded += status.equals("succeeded") ? 1 : 0;
        }
        assertThat(available(wallet)).isEqualTo(PRICE * succeeded);
    }

    @Test
    void a_top_up_that_waits_for_its_outcome_gets_it_after_a_restart() {
        var wallet = ledger.wallet(till, 0);
        var id = request(till, wallet).expect(202).at("id");

        service.restart();

        var topUp = till.get("/v1/top-ups/" + id + "?wait=20").expect(200);
        assertThat(topUp.at("status")).isEqualTo("succeeded");
        assertThat(available(wallet)).isEqualTo(PRICE);
    }

    /** A worker that crashed before it booked what it heard asks again, under the key of before. */
    @Test
    void a_refund_that_is_asked_for_again_after_a_crash_is_one_refund_at_the_processor() throws IOException {
        var wallet = ledger.wallet(till, 0);
        var topUp = ledger.topUp(till, wallet, PRICE, "tok_refund_late").at("id");
        var refund = till.post("/v1/wallets/" + wallet + "/return-unspent")
                .expect(202)
                .at("id");
        var part = new RefundPartId(RefundId.parse(refund), TopUpId.parse(topUp));

        refunds().step(part, Question.CHARGE);
        refunds().step(part, Question.CHARGE);
        service.restart();

        assertThat(till.get("/v1/refunds/" + refund + "?wait=20").expect(200).at("status"))
                .isEqualTo("settled");
        try (var lines = Files.lines(service.data().resolve("simulator.jsonl"))) {
            assertThat(lines.filter(line -> line.contains(part.text()))).hasSize(1);
        }
    }

    private static RefundSettling refunds() {
        var calls = new WorkerCalls(service.part(Decisions.class), InstantSource.system());
        return new RefundSettling(service.part(Books.class), service.part(CardProcessors.class), calls);
    }

    @Test
    void a_live_ledger_is_refused_the_simulator_and_stays_refused() {
        var live = service.live();
        var liveTill = live.till("Entrance");
        var wallet = live.wallet(liveTill, 0);

        var body = body(wallet, "tok_visa");
        var refused = liveTill.post("/v1/top-ups", body, "live-1").expect(422);
        assertThat(refused.at("code")).isEqualTo("PROCESSOR_REFUSES_LIVE");

        var again = liveTill.post("/v1/top-ups", body, "live-1").expect(422);
        assertThat(again.replayed()).isTrue();
        assertThat(again.body()).isEqualTo(refused.body());
    }

    @Test
    void a_processor_that_nobody_has_is_refused() {
        var wallet = ledger.wallet(till, 0);
        var body = body(wallet, "tok_visa").replaceFirst("\\{", "{\"processor\":\"nobody\",");

        assertThat(till.post("/v1/top-ups", body).expect(422).at("code")).isEqualTo("PROCESSOR_UNKNOWN");
    }

    @Test
    void a_notification_that_the_processor_did_not_sign_is_turned_away_at_the_door() throws Exception {
        assertThat(notify("simulator", "")).isEqualTo(403);
        assertThat(notify("simulator", "t=1,v1=" + "0".repeat(64))).isEqualTo(403);
        assertThat(notify("nobody", "")).isEqualTo(404);
    }

    private static int notify(String processor, String signature) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.url().resolve("/v1/webhooks/" + processor))
                .header("Simulator-Signature", signature)
                .POST(BodyPublishers.ofString("{}"));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static TestAnswer request(TestClient client, String wallet) {
        return client.post("/v1/top-ups", body(wallet, "tok_late"));
    }

    private static String body(String wallet, String card) {
        return "{\"wallet\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"card\":\"%s\"}"
                .formatted(wallet, PRICE, card);
    }

    private static long available(String wallet) {
        return till.get("/v1/wallets/" + wallet).expect(200).number("balances/0/available");
    }
}
