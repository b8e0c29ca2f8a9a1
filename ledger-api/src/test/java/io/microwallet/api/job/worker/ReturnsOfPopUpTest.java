package io.microwallet.api.job.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import io.microwallet.api.topup.worker.CallWorker;
import io.microwallet.api.topup.worker.WorkerCalls;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.job.Job;
import io.microwallet.core.job.JobId;
import io.microwallet.core.job.UnspentParts;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.WalletToken;
import io.microwallet.vault.WalletTokens;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Unspent money of a whole pop-up goes back, over HTTP. */
class ReturnsOfPopUpTest {
    private final RunningService service = RunningService.start();
    private final TestLedger ledger = service.sandbox();
    private final TestClient till = ledger.till("Entrance");
    private final TestClient finance = ledger.client("Books", "finance");
    private final String baker = ledger.merchant("Candle & Clay", "third-party", 800);
    private final String market = popUp();
    private final String key = UUID.randomUUID().toString();
    private final String untouched = visitor(1_000);
    private final String mixed = visitor(2_000);
    private final String halfSpent = visitor(3_000);
    private final String frozen = visitor(900);
    private final String spent = visitor(400);
    private final String stranger = ledger.wallet(till, 700);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void exactly_the_cash_of_top_ups_that_name_the_pop_up_goes_back() {
        anEvening();
        ledger.topUpAt(popUp(), till, stranger, 50);

        var job = order(key).expect(202);

        assertThat(job.at("popUp")).isEqualTo(market);
        assertThat(job.at("status")).isEqualTo("running");
        assertDone(job.at("id"));
        var again = order(key).expect(202);
        assertThat(again.text()).isEqualTo(job.text());
        assertThat(again.replayed()).isTrue();
        var next = order(UUID.randomUUID().toString()).expect(202).at("id");
        assertThat(next).isNotEqualTo(job.at("id"));
        assertThat(read(next).number("wallets/returned")).isZero();
        assertThat(read(next).text()).contains("\"amounts\":[]");
    }

    @Test
    void a_job_that_was_stopped_in_the_middle_is_finished_after_the_restart() {
        anEvening();
        ledger.topUpAt(popUp(), till, stranger, 50);
        service.part(CallWorker.class).close();
        var job = order(key).expect(202).at("id");
        assertThat(ask(job, untouched)).isInstanceOf(Outcome.Decided.class);
        assertThat(ask(job, frozen)).isInstanceOf(Outcome.Decided.class);
        var running = finance.get("/v1/jobs/" + job).expect(200);
        assertThat(running.at("status")).isEqualTo("running");
        assertThat(running.text()).doesNotContain("wallets", "finishedAt");
        assertThat(available(untouched)).isZero();

        service.restart();

        assertDone(job);
        assertThat(order(key).expect(202).at("id")).isEqualTo(job);
    }

    @Test
    void a_wallet_that_cannot_be_asked_keeps_no_other_waiting_and_is_told() throws Exception {
        anEvening();
        service.part(CallWorker.class).close();
        var job = order(key).expect(202).at("id");
        takeTheKeyOf(job, untouched);
        var worker = service.part(ReturnsOfPopUp.class);

        assertThat(worker.carryOut(JobId.parse(job))).isFalse();

        var running = finance.get("/v1/jobs/" + job).expect(200);
        assertThat(running.at("status")).isEqualTo("running");
        assertThat(running.text())
                .contains("\"wallets\":{\"total\":5,\"done\":4,\"returned\":2,\"refused\":2}")
                .contains("\"amounts\":[{\"amount\":3800,\"currency\":\"EUR\"}]")
                .contains("\"waiting\":[{\"code\":\"IDEMPOTENCY_KEY_REUSED\",\"count\":1}]");
        assertThat(worker.carryOut(JobId.parse(job))).isFalse();
        assertThat(worker.carryOut(JobId.parse(job))).isTrue();
        var done = read(job);
        assertThat(done.at("status")).isEqualTo("done");
        assertThat(done.text())
                .contains("\"wallets\":{\"total\":5,\"done\":5,\"returned\":2,\"refused\":3}")
                .contains("{\"code\":\"IDEMPOTENCY_KEY_REUSED\",\"count\":1}")
                .doesNotContain("waiting");
        assertThat(available(untouched)).isEqualTo(1_000);
        var broken = service.part(MeterRegistry.class)
                .get("microwallet.jobs.wallets")
                .tag("outcome", "broken");
        assertThat(broken.counter().count()).isEqualTo(RunningReturn.TRIES_MAX);
    }

    /** A bug, or an attacker inside: another call was made under the key of a wallet's part. */
    private void takeTheKeyOf(String job, String token) throws Exception {
        var order = running(job).order();
        var words = ReturnsOfPopUp.words(order.job(), wallet(token));
        var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8)));
        var other = new Request(
                new RequestId(WorkerCalls.WORKER, new IdempotencyKey(new UUID(hash.getLong(), hash.getLong()))),
                new Fingerprint(1, 1),
                order.ledger(),
                Operation.RETURN_UNSPENT,
                1,
                1,
                Instant.now().plusSeconds(10));
        var refused = UnspentParts.of(
                order,
                new RefundId(UUID.randomUUID()),
                wallet(frozen),
                service.part(Books.class).read(wallet(frozen)));
        assertThat(service.part(Decisions.class).submit(other, refused).get()).isInstanceOf(Outcome.Decided.class);
    }

    /** What is topped up without the pop-up's name stays, and what is spent first was topped up first. */
    private void anEvening() {
        ledger.topUp(till, mixed, 500, "tok_visa");
        till.post("/v1/purchases", TestLedger.sale(halfSpent, baker, 1_200)).expect(201);
        till.post("/v1/purchases", TestLedger.sale(spent, baker, 400)).expect(201);
        till.post("/v1/wallets/" + frozen + "/freeze").expect(200);
    }

    private void assertDone(String job) {
        var done = read(job);
        assertThat(done.at("status")).isEqualTo("done");
        assertThat(done.at("reference")).isEqualTo("closing-1");
        assertThat(done.text())
                .contains("\"wallets\":{\"total\":5,\"done\":5,\"returned\":3,\"refused\":2}")
                .contains("\"refusals\":[{\"code\":\"NOTHING_TO_RETURN\",\"count\":1},"
                        + "{\"code\":\"WALLET_FROZEN\",\"count\":1}]")
                .contains("\"amounts\":[{\"amount\":4800,\"currency\":\"EUR\"}]");
        assertThat(available(untouched)).isZero();
        assertThat(available(mixed)).isEqualTo(500);
        assertThat(available(halfSpent)).isZero();
        assertThat(available(frozen)).isEqualTo(900);
        assertThat(available(spent)).isZero();
        assertThat(available(stranger)).isEqualTo(750);
    }

    private TestAnswer order(String idempotencyKey) {
        return finance.post(
                "/v1/pop-ups/" + market + "/return-unspent", "{\"reference\":\"closing-1\"}", idempotencyKey);
    }

    private TestAnswer read(String job) {
        return finance.get("/v1/jobs/" + job + "?wait=20").expect(200);
    }

    /** As the worker does it, with nobody to go on after it. */
    private Outcome ask(String job, String token) {
        return service.part(ReturnsOfPopUp.class).ask(running(job).order(), wallet(token));
    }

    private Job.Running running(String job) {
        return (Job.Running) service.part(Books.class).read(JobId.parse(job));
    }

    private WalletId wallet(String token) {
        var tokens = service.part(WalletTokens.class);
        return ((WalletTokens.Found) tokens.resolve(ClientId.parse(till.id()), WalletToken.parse(token))).wallet();
    }

    /** A new wallet with a top-up that names the pop-up. */
    private String visitor(long euroCents) {
        var wallet = ledger.wallet(till, 0);
        ledger.topUpAt(market, till, wallet, euroCents);
        return wallet;
    }

    private String popUp() {
        var body = "{\"name\":\"Market\",\"opensAt\":\"2020-11-23T19:00:00Z\",\"closesAt\":\"2099-11-23T21:00:00Z\"}";
        return ledger.admin().post("/v1/pop-ups", body).expect(201).at("id");
    }

    private long available(String wallet) {
        var seen = till.get("/v1/wallets/" + wallet).expect(200);
        return seen.text().contains("\"balances\":[]") ? 0 : seen.number("balances/0/available");
    }
}
