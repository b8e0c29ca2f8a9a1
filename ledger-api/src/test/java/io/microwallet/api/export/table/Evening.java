package io.microwallet.api.export.table;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestClub;
import io.microwallet.api.running.TestLedger;
import io.microwallet.api.topup.worker.WorkerCalls;
import io.microwallet.core.books.Books;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.refund.Refund;
import io.microwallet.core.refund.RefundCommand.ReportRefundFailed;
import io.microwallet.core.refund.RefundCommand.ReportRefundSettled;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Operation;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** One ledger over HTTP, and what people do in it; amounts are whole euros. A story is a wallet's, which is the newest. */
public final class Evening {
    private static final ProcessorReference LATE = new ProcessorReference("told_late");

    private final RunningService service;
    private final TestLedger ledger;
    private final TestClient till;
    private final TestClient finance;
    private final String baker;
    private final String ownShop;
    private final TestClub club;
    private String wallet = "";

    public Evening(RunningService service) {
        this.service = service;
        this.ledger = service.sandbox();
        this.till = ledger.till("Entrance");
        this.finance = ledger.client("Books", "finance");
        this.baker = ledger.merchant("Candle & Clay", "third-party", 800);
        this.ownShop = ledger.merchant("Our own", "own", 0);
        this.club = new TestClub(service, ledger, till);
    }

    public TestClient finance() {
        return finance;
    }

    Evening wallet(long euros) {
        wallet = ledger.wallet(till, euros * 100);
        return this;
    }

    Evening topUp(long euros) {
        ledger.topUp(till, wallet, euros * 100, "tok_visa");
        return this;
    }

    Evening credit(long euros) {
        return credit("{\"kind\":\"ledger\"}", euros, "");
    }

    Evening creditForAWeek(long euros) {
        return credit("{\"kind\":\"ledger\"}", euros, expiry(Duration.ofDays(7)));
    }

    /** Gone before a hold of now is over. */
    Evening creditForAMinute(long euros) {
        return credit("{\"kind\":\"ledger\"}", euros, expiry(Duration.ofMinutes(1)));
    }

    Evening creditOfMerchantForAWeek(long euros) {
        return credit("{\"kind\":\"merchant\",\"merchant\":\"" + baker + "\"}", euros, expiry(Duration.ofDays(7)));
    }

    private static String expiry(Duration after) {
        return ",\"expiresAt\":\"" + Instant.now().plus(after).truncatedTo(ChronoUnit.SECONDS) + "\"";
    }

    private Evening credit(String funder, long euros, String more) {
        till.post(
                        "/v1/credits",
                        "{\"wallet\":\"%s\",\"amount\":%s,\"funder\":%s%s}".formatted(wallet, eur(euros), funder, more))
                .expect(201);
        return this;
    }

    Evening joins() {
        club.join(wallet);
        return this;
    }

    /** A club of 20 that gives 30. */
    Evening joinsAGenerousOne() {
        var plan = ledger.admin()
                .post(
                        "/v1/membership-plans",
                        "{\"name\":\"Generous\",\"price\":%s,\"periodDays\":30,\"credit\":%s,\"creditLifetimeDays\":14,\"earlyAccessMinutes\":0,\"memberPrice\":\"no\",\"cliffs\":[]}"
                                .formatted(eur(20), eur(30)))
                .expect(201)
                .at("id");
        till.post("/v1/memberships", "{\"wallet\":\"%s\",\"plan\":\"%s\"}".formatted(wallet, plan))
                .expect(201);
        return this;
    }

    Evening visits() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var popUp = ledger.admin()
                .post(
                        "/v1/pop-ups",
                        "{\"name\":\"Market\",\"opensAt\":\"%s\",\"closesAt\":\"%s\"}"
                                .formatted(now, now.plusSeconds(60)))
                .expect(201)
                .at("id");
        var sale = TestLedger.sale(wallet, baker, 100);
        till.post("/v1/purchases", sale.replaceFirst("}$", ",\"popUp\":\"" + popUp + "\"}"))
                .expect(201);
        return this;
    }

    String hold(long euros) {
        return hold(euros, baker);
    }

    String holdAtOwnShop(long euros) {
        return hold(euros, ownShop);
    }

    private String hold(long euros, String merchant) {
        return till.post(
                        "/v1/holds",
                        "{\"wallet\":\"%s\",\"merchant\":\"%s\",\"amount\":%s,\"expiresInSeconds\":600}"
                                .formatted(wallet, merchant, eur(euros)))
                .expect(201)
                .at("id");
    }

    void capture(String hold, long euros) {
        till.post("/v1/holds/" + hold + "/capture", "{\"amount\":%s,\"final\":true}".formatted(eur(euros)))
                .expect(200);
    }

    void letGo(String hold) {
        till.post("/v1/holds/" + hold + "/void").expect(200);
    }

    String buy(long euros) {
        return buy(euros, baker);
    }

    String buyAtOwnShop(long euros) {
        return buy(euros, ownShop);
    }

    private String buy(long euros, String merchant) {
        return till.post("/v1/purchases", TestLedger.sale(wallet, merchant, euros * 100))
                .expect(201)
                .at("id");
    }

    void refundToWallet(String purchase) {
        till.post("/v1/refunds", "{\"purchase\":\"%s\",\"to\":\"wallet\"}".formatted(purchase))
                .expect(201);
    }

    /** The refund, when the processor has said what became of it. */
    String refundToSource(String purchase) {
        return decided(till.post("/v1/refunds", "{\"purchase\":\"%s\",\"to\":\"source\"}".formatted(purchase))
                .expect(202)
                .at("id"));
    }

    String returnUnspent() {
        return decided(till.post("/v1/wallets/" + wallet + "/return-unspent")
                .expect(202)
                .at("id"));
    }

    private String decided(String refund) {
        till.get("/v1/refunds/" + refund + "?wait=20").expect(200);
        return refund;
    }

    /** With 50 from a card whose refunds fail. */
    Evening walletOfAClosedAccount() {
        wallet = ledger.wallet(till, 0);
        ledger.topUp(till, wallet, 5_000, "tok_refund_fails");
        return this;
    }

    void close() {
        till.post("/v1/wallets/" + wallet + "/close").expect(200);
    }

    private String topUp() {
        return till.get("/v1/top-ups?wallet=" + wallet).expect(200).at("items/0/id");
    }

    /** All 50 of the wallet's first top-up. */
    String chargeBack(String more) {
        return finance.post(
                        "/v1/chargebacks",
                        "{\"dispute\":\"dp_%s\",\"topUp\":\"%s\",\"amount\":%s%s}"
                                .formatted(topUp(), topUp(), eur(50), more))
                .expect(201)
                .at("id");
    }

    String chargeBackWithFee() {
        return chargeBack(",\"fee\":" + eur(15));
    }

    void chargeBackOfNobody() {
        finance.post("/v1/chargebacks", "{\"dispute\":\"dp_unknown\",\"amount\":%s}".formatted(eur(50)))
                .expect(201);
    }

    void win(String chargeback) {
        finance.post("/v1/chargebacks/" + chargeback + "/won").expect(200);
    }

    void collect(long euros) {
        receivable("collect", euros);
    }

    void writeOff(long euros) {
        receivable("write-off", euros);
    }

    private void receivable(String action, long euros) {
        var owing = finance.get("/v1/wallets?limit=1").expect(200).at("items/0/id");
        finance.post("/v1/wallets/" + owing + "/receivable/" + action, "{\"amount\":%s}".formatted(eur(euros)))
                .expect(200);
    }

    String payOut(long euros) {
        return finance.post("/v1/payouts", "{\"merchant\":\"%s\",\"amount\":%s}".formatted(baker, eur(euros)))
                .expect(201)
                .at("id");
    }

    void processorPaysOut(long euros, long fee) {
        finance.post(
                        "/v1/processor-payouts",
                        "{\"processor\":\"simulator\",\"reference\":\"payout_1\",\"amount\":%s,\"fee\":%s}"
                                .formatted(eur(euros), eur(fee)))
                .expect(201);
    }

    void payout(String id, String outcome) {
        finance.post("/v1/payouts/" + id + '/' + outcome).expect(200);
    }

    /** In this ledger alone; the sweeper needs a moment. */
    public void pass(Duration time) {
        club.pass(time);
    }

    // ---- What no card of the simulated processor does: its notices, as they come in behind their signature.

    /** A declined top-up of 50 succeeds after all, when its wallet is closed. */
    void topUpOfAClosedWalletSucceeds() {
        wallet(0);
        ledger.topUp(till, wallet, 5_000, "tok_declined_insufficient_funds");
        var id = TopUpId.parse(topUp());
        close();
        var failed = (TopUp.Failed) service.part(Books.class).read(id);
        var asked = failed.request();
        told(Operation.REPORT_TOP_UP, new ReportTopUpSucceeded(id, asked.wallet(), asked.amount(), LATE));
    }

    void refundFailsAfterAll(String refund) {
        var part = part(refund);
        told(
                Operation.REPORT_REFUND,
                new ReportRefundFailed(part.refund, part.made.wallet(), part.topUp, new DeclineCode("account_closed")));
    }

    void refundSettlesAfterAll(String refund) {
        var part = part(refund);
        told(Operation.REPORT_REFUND, new ReportRefundSettled(part.refund, part.made.wallet(), part.topUp, LATE));
    }

    private record Part(RefundId refund, Refund.Made made, TopUpId topUp) {}

    private Part part(String refund) {
        var id = RefundId.parse(refund);
        return new Part(id, (Refund.Made) service.part(Books.class).read(id), TopUpId.parse(topUp()));
    }

    private void told(Operation operation, io.microwallet.core.decision.Command fact) {
        var calls = new WorkerCalls(service.part(Decisions.class), InstantSource.system());
        if (!calls.booked(LedgerId.parse(ledger.id()), operation, fact.toString(), fact)) {
            throw new AssertionError("not booked: " + fact);
        }
    }

    private static String eur(long euros) {
        return "{\"amount\":%d,\"currency\":\"EUR\"}".formatted(euros * 100);
    }
}
