package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestClub;
import io.microwallet.api.running.TestLedger;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ids of another ledger mean nothing here, whoever sends them: each operation with each of them. */
class OtherLedgersTest {
    private static final String REFERENCE = "order-7";

    private static RunningService service;
    private static TestClient admin;
    private static TestClient till;
    private static TestClient finance;
    private static String wallet;
    private static String merchant;
    private static TestClient theirTill;
    private static String theirWallet;
    private static String theirMerchant;
    private static String theirTopUp;
    private static String theirPurchase;
    private static String theirLink;
    private static String theirPayout;
    private static String theirProcessorPayout;
    private static String theirHold;
    private static String theirRefund;
    private static String theirPopUp;
    private static String theirJob;
    private static String theirPlan;
    private static String theirMembership;
    private static String theirCredit;
    private static String plan;
    private static String linkOfOurOtherTill;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        var ours = service.sandbox();
        admin = ours.admin();
        till = ours.till("Entrance");
        finance = ours.client("Books", "finance");
        wallet = ours.wallet(till, 0);
        merchant = ours.merchant("Candle & Clay", "third-party", 800);
        var otherTill = ours.till("Stall 7");
        linkOfOurOtherTill = link(otherTill, ours.wallet(otherTill, 0));
        plan = new TestClub(service, ours, till).plan();
        theirs(service.sandbox());
    }

    private static void theirs(TestLedger ledger) {
        theirTill = ledger.till("Elsewhere");
        theirWallet = theirTill
                .post("/v1/wallets", "{\"reference\":\"" + REFERENCE + "\"}")
                .expect(201)
                .at("id");
        theirTopUp = ledger.topUp(theirTill, theirWallet, 5_000, "tok_visa").at("id");
        theirMerchant = ledger.merchant("Foreign Goods", "own", 0);
        var sale = TestLedger.sale(theirWallet, theirMerchant, 100);
        theirPurchase = theirTill
                .post("/v1/purchases", sale.substring(0, sale.length() - 1) + ",\"reference\":\"" + REFERENCE + "\"}")
                .expect(201)
                .at("id");
        theirLink = link(theirTill, theirWallet);
        theirHold = theirTill
                .post("/v1/holds", hold(theirWallet, theirMerchant))
                .expect(201)
                .at("id");
        theirRefund = theirTill
                .post("/v1/refunds", refund(theirPurchase, ",\"reference\":\"" + REFERENCE + "\""))
                .expect(201)
                .at("id");
        var payee = ledger.merchant("Foreign Clay", "third-party", 0);
        theirTill
                .post("/v1/purchases", TestLedger.sale(theirWallet, payee, 100))
                .expect(201);
        theirPayout = ledger.client("Their books", "finance")
                .post("/v1/payouts", "{\"merchant\":\"" + payee + "\",\"reference\":\"" + REFERENCE + "\"}")
                .expect(201)
                .at("id");
        theirProcessorPayout = ledger.client("Their bank", "finance")
                .post("/v1/processor-payouts", processorPayout(1))
                .expect(201)
                .at("id");
        var window = "\"opensAt\":\"2020-11-23T19:00:00Z\",\"closesAt\":\"2099-11-23T21:00:00Z\"}";
        theirPopUp = ledger.admin()
                .post("/v1/pop-ups", "{\"name\":\"Foreign Market\"," + window)
                .expect(201)
                .at("id");
        theirClub(ledger);
        theirJob = ledger.admin()
                .post("/v1/pop-ups/" + theirPopUp + "/return-unspent", "{\"reference\":\"" + REFERENCE + "\"}")
                .expect(202)
                .at("id");
    }

    private static void theirClub(TestLedger ledger) {
        var club = new TestClub(service, ledger, theirTill);
        theirPlan = club.plan();
        theirMembership = club.join(theirWallet);
        theirCredit = theirTill
                .post("/v1/credits", credit(theirWallet, "\"ledger\""))
                .expect(201)
                .at("id");
    }

    private static String processorPayout(long amount) {
        return "{\"processor\":\"acme\",\"reference\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"}}"
                .formatted(REFERENCE, amount);
    }

    private static String credit(String wallet, String funder) {
        return "{\"wallet\":\"%s\",\"amount\":{\"amount\":1,\"currency\":\"EUR\"},\"funder\":{\"kind\":%s},\"reference\":\"%s\"}"
                .formatted(wallet, funder, REFERENCE);
    }

    private static String hold(String wallet, String merchant) {
        return "{\"wallet\":\"%s\",\"merchant\":\"%s\",\"amount\":{\"amount\":1,\"currency\":\"EUR\"},\"reference\":\"%s\"}"
                .formatted(wallet, merchant, REFERENCE);
    }

    private static String refund(String purchase, String more) {
        return "{\"purchase\":\"%s\",\"amount\":{\"amount\":1,\"currency\":\"EUR\"},\"to\":\"wallet\"%s}"
                .formatted(purchase, more);
    }

    private static String link(TestClient till, String wallet) {
        return till.post("/v1/balance-links", "{\"wallet\":\"" + wallet + "\"}")
                .expect(201)
                .at("id");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private record Row(String what, String code, Supplier<TestAnswer> call) {
        @Override
        public String toString() {
            return what + " -> " + code;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                        clients(),
                        wallets(),
                        orders(),
                        facts(),
                        payouts(),
                        holds(),
                        refunds(),
                        plans(),
                        memberships(),
                        credits())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> clients() {
        var client = "/v1/clients/" + theirTill.id();
        var key = "/keys/" + theirTill.keys().keyId() + "/revoke";
        var jwk = "{\"key\":" + TestClient.jwk(TestClient.newKeys()) + '}';
        return Stream.of(
                new Row("a client", "CLIENT_NOT_FOUND", () -> admin.get(client)),
                new Row("a client to end", "CLIENT_NOT_FOUND", () -> admin.post(client + "/revoke")),
                new Row("a client to give a key to", "CLIENT_NOT_FOUND", () -> admin.post(client + "/keys", jwk)),
                new Row("a client and its key to end", "CLIENT_NOT_FOUND", () -> admin.post(client + key)),
                new Row("a key to end", "KEY_NOT_FOUND", () -> admin.post("/v1/clients/" + till.id() + key)));
    }

    private static Stream<Row> wallets() {
        var path = "/v1/wallets/" + theirWallet;
        var reads = Stream.of(till, finance, admin)
                .flatMap(client -> Stream.of(path, path + "/statement", "/v1/top-ups?wallet=" + theirWallet)
                        .map(target -> new Row("a wallet to read", "WALLET_NOT_FOUND", () -> client.get(target))));
        var writes = Stream.of("freeze", "unfreeze", "close")
                .flatMap(action -> Stream.of(till, admin)
                        .map(client -> new Row(
                                "a wallet to " + action, "WALLET_NOT_FOUND", () -> client.post(path + '/' + action))));
        var erase = new Row("a wallet to erase", "WALLET_NOT_FOUND", () -> admin.post(path + "/erase"));
        return Stream.of(reads, writes, Stream.of(erase)).flatMap(rows -> rows);
    }

    private static Stream<Row> orders() {
        var topUp = "{\"wallet\":\"%s\",\"amount\":{\"amount\":1,\"currency\":\"EUR\"},\"card\":\"tok_visa\"}";
        return Stream.of(
                new Row(
                        "a wallet to pay from",
                        "WALLET_NOT_FOUND",
                        () -> till.post("/v1/purchases", TestLedger.sale(theirWallet, merchant, 1))),
                new Row(
                        "a merchant to pay",
                        "MERCHANT_NOT_FOUND",
                        () -> till.post("/v1/purchases", TestLedger.sale(wallet, theirMerchant, 1))),
                new Row(
                        "a wallet to top up",
                        "WALLET_NOT_FOUND",
                        () -> till.post("/v1/top-ups", topUp.formatted(theirWallet))),
                new Row(
                        "a wallet to link to",
                        "WALLET_NOT_FOUND",
                        () -> till.post("/v1/balance-links", "{\"wallet\":\"" + theirWallet + "\"}")),
                new Row("a link to end", "LINK_NOT_FOUND", () -> revoke(till, theirLink)),
                new Row("a link to end by an admin", "LINK_NOT_FOUND", () -> revoke(admin, theirLink)),
                new Row("another till's link to end", "LINK_NOT_FOUND", () -> revoke(till, linkOfOurOtherTill)));
    }

    private static TestAnswer revoke(TestClient client, String link) {
        return client.post(
                "/v1/balance-links/" + link + "/revoke", "", UUID.randomUUID().toString());
    }

    private static Stream<Row> facts() {
        return Stream.of(till, finance, admin)
                .flatMap(client -> Stream.of(
                        new Row("a top-up", "TOP_UP_NOT_FOUND", () -> client.get("/v1/top-ups/" + theirTopUp)),
                        new Row("a purchase", "PURCHASE_NOT_FOUND", () -> client.get("/v1/purchases/" + theirPurchase)),
                        new Row(
                                "a merchant",
                                "MERCHANT_NOT_FOUND",
                                () -> client.get("/v1/merchants/" + theirMerchant))));
    }

    private static Stream<Row> payouts() {
        var payout = "/v1/payouts/" + theirPayout;
        var payable = "/v1/merchants/" + theirMerchant + "/payable";
        return Stream.of(
                new Row("a job", "JOB_NOT_FOUND", () -> finance.get("/v1/jobs/" + theirJob)),
                new Row(
                        "a pop-up whose unspent money is to go back",
                        "POP_UP_NOT_FOUND",
                        () -> finance.post("/v1/pop-ups/" + theirPopUp + "/return-unspent")),
                new Row("a payout", "PAYOUT_NOT_FOUND", () -> finance.get(payout)),
                new Row("a payout to settle", "PAYOUT_NOT_FOUND", () -> finance.post(payout + "/settle")),
                new Row("a payout to fail", "PAYOUT_NOT_FOUND", () -> finance.post(payout + "/fail")),
                new Row(
                        "a processor's payout",
                        "PROCESSOR_PAYOUT_NOT_FOUND",
                        () -> finance.get("/v1/processor-payouts/" + theirProcessorPayout)),
                new Row("a merchant's payable", "MERCHANT_NOT_FOUND", () -> finance.get(payable)),
                new Row(
                        "a merchant to pay out",
                        "MERCHANT_NOT_FOUND",
                        () -> finance.post("/v1/payouts", "{\"merchant\":\"" + theirMerchant + "\"}")));
    }

    private static Stream<Row> holds() {
        var hold = "/v1/holds/" + theirHold;
        var reads = Stream.of(till, finance, admin)
                .flatMap(client -> Stream.of(
                        new Row("a hold", "HOLD_NOT_FOUND", () -> client.get(hold)),
                        new Row(
                                "holds of a wallet",
                                "WALLET_NOT_FOUND",
                                () -> client.get("/v1/holds?wallet=" + theirWallet))));
        var writes = Stream.of(
                new Row("a hold to capture", "HOLD_NOT_FOUND", () -> till.post(hold + "/capture")),
                new Row("a hold to void", "HOLD_NOT_FOUND", () -> till.post(hold + "/void")),
                new Row(
                        "a wallet to hold of",
                        "WALLET_NOT_FOUND",
                        () -> till.post("/v1/holds", hold(theirWallet, merchant))),
                new Row(
                        "a merchant to hold for",
                        "MERCHANT_NOT_FOUND",
                        () -> till.post("/v1/holds", hold(wallet, theirMerchant))));
        return Stream.concat(reads, writes);
    }

    private static Stream<Row> refunds() {
        var unspent = "/v1/wallets/" + theirWallet + "/return-unspent";
        var reads = Stream.of(till, finance, admin)
                .flatMap(client -> Stream.of(
                        new Row("a refund", "REFUND_NOT_FOUND", () -> client.get("/v1/refunds/" + theirRefund)),
                        new Row(
                                "refunds of a purchase",
                                "PURCHASE_NOT_FOUND",
                                () -> client.get("/v1/refunds?purchase=" + theirPurchase)),
                        new Row(
                                "refunds of a wallet",
                                "WALLET_NOT_FOUND",
                                () -> client.get("/v1/refunds?wallet=" + theirWallet))));
        var writes = Stream.of(till, finance)
                .flatMap(client -> Stream.of(
                        new Row(
                                "a purchase to refund",
                                "PURCHASE_NOT_FOUND",
                                () -> client.post("/v1/refunds", refund(theirPurchase, ""))),
                        new Row("a wallet to empty", "WALLET_NOT_FOUND", () -> client.post(unspent))));
        return Stream.concat(reads, writes);
    }

    private static Stream<Row> plans() {
        var their = "/v1/membership-plans/" + theirPlan;
        var reads = Stream.of(till, finance, admin)
                .map(client -> new Row("a plan", "PLAN_NOT_FOUND", () -> client.get(their)));
        var writes = Stream.of(
                new Row("a plan to retire", "PLAN_NOT_FOUND", () -> admin.post(their + "/retire")),
                new Row(
                        "a plan to join",
                        "PLAN_NOT_FOUND",
                        () -> till.post("/v1/memberships", join(wallet, theirPlan))));
        return Stream.concat(reads, writes);
    }

    private static String join(String wallet, String plan) {
        return "{\"wallet\":\"%s\",\"plan\":\"%s\"}".formatted(wallet, plan);
    }

    private static Stream<Row> memberships() {
        var their = "/v1/memberships/" + theirMembership;
        var reads = Stream.of(till, finance, admin)
                .flatMap(client -> Stream.of(
                        new Row("a membership", "MEMBERSHIP_NOT_FOUND", () -> client.get(their)),
                        new Row(
                                "memberships of a wallet",
                                "WALLET_NOT_FOUND",
                                () -> client.get("/v1/memberships?wallet=" + theirWallet))));
        var writes = Stream.of(
                new Row("a membership to renew", "MEMBERSHIP_NOT_FOUND", () -> till.post(their + "/renew")),
                new Row("a membership to cancel", "MEMBERSHIP_NOT_FOUND", () -> till.post(their + "/cancel")),
                new Row(
                        "a wallet to join with",
                        "WALLET_NOT_FOUND",
                        () -> till.post("/v1/memberships", join(theirWallet, plan))));
        return Stream.concat(reads, writes);
    }

    private static Stream<Row> credits() {
        var theyPay = "\"merchant\",\"merchant\":\"" + theirMerchant + '"';
        var calls = Stream.of(till, finance, admin)
                .flatMap(client -> Stream.of(
                        new Row("a credit", "CREDIT_NOT_FOUND", () -> client.get("/v1/credits/" + theirCredit)),
                        new Row(
                                "credits of a wallet",
                                "WALLET_NOT_FOUND",
                                () -> client.get("/v1/credits?wallet=" + theirWallet)),
                        new Row(
                                "a wallet to give credit to",
                                "WALLET_NOT_FOUND",
                                () -> client.post("/v1/credits", credit(theirWallet, "\"ledger\"")))));
        var funder = new Row(
                "a merchant to pay for credit",
                "MERCHANT_NOT_FOUND",
                () -> till.post("/v1/credits", credit(wallet, theyPay)));
        return Stream.concat(calls, Stream.of(funder));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_a_404_and_changes_nothing(Row row) {
        var position = service.position();
        var answer = row.call().get();
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.at("code")).isEqualTo(row.code());
        assertThat(service.position()).isEqualTo(position);
    }

    @Test
    void lists_searches_and_the_books_show_nothing_of_another_ledger() {
        var theirs = List.of(
                theirTopUp,
                theirPurchase,
                theirPayout,
                theirProcessorPayout,
                theirHold,
                theirRefund,
                theirPlan,
                theirMembership,
                theirCredit,
                theirJob,
                theirMerchant,
                theirTill.id(),
                "Foreign Goods",
                REFERENCE);
        var seen = Stream.of(
                        "/v1/top-ups",
                        "/v1/purchases",
                        "/v1/purchases?reference=" + REFERENCE,
                        "/v1/purchases?merchant=" + theirMerchant,
                        "/v1/wallets?reference=" + REFERENCE,
                        "/v1/merchants",
                        "/v1/holds",
                        "/v1/holds?reference=" + REFERENCE,
                        "/v1/membership-plans",
                        "/v1/memberships",
                        "/v1/memberships?plan=" + theirPlan,
                        "/v1/credits",
                        "/v1/credits?reference=" + REFERENCE,
                        "/v1/refunds",
                        "/v1/refunds?reference=" + REFERENCE,
                        "/v1/payouts",
                        "/v1/payouts?reference=" + REFERENCE,
                        "/v1/processor-payouts",
                        "/v1/processor-payouts?processor=acme",
                        "/v1/exceptions",
                        "/v1/jobs",
                        "/v1/jobs?popUp=" + theirPopUp,
                        "/v1/jobs?reference=" + REFERENCE,
                        "/v1/exports/journal")
                .map(path -> finance.get(path).expect(200).text());
        var clients = admin.get("/v1/clients").expect(200).text();
        assertThat(Stream.concat(seen, Stream.of(clients)))
                .allSatisfy(text -> assertThat(text).doesNotContain(theirs));
        var books = finance.get("/v1/trial-balance").expect(200);
        assertThat(books.json().path("accounts"))
                .allSatisfy(
                        account -> assertThat(account.path("debits").asLong()).isZero());
    }
}
