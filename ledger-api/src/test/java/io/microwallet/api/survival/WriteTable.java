package io.microwallet.api.survival;

import io.microwallet.api.page.code.MemberCodes;
import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestClub;
import io.microwallet.api.running.TestLedger;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.link.LinkId;
import io.microwallet.vault.WalletToken;
import io.microwallet.vault.WalletTokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row for each write of the API that is done, and one for each that its rules can refuse over HTTP; to be sent in this order. */
final class WriteTable {
    private static final int REFUSED = 422;
    private static final String LIMITS = """
            {"balance":[],"topUp":[],"topUpsADay":49,"openHolds":19,"openLots":199,"refundGraceDays":14}""";
    private static final String TO_COME = ",\"effectiveAt\":\"2099-01-01T00:00:00Z\"";

    private final RunningService service;
    private final TestLedger ledger;
    private final TestClient till;
    private final TestClient admin;
    private final String merchant;
    private final String wallet;
    private final String closed;
    private final String closedByAdmin;
    private final String link;
    private final TestClient finance;
    private final String payout;
    private final String settling;
    private final String failing;
    private final String emptied;
    private final TestClub club;
    private final String retiring;
    private final String joining;
    private final String leaving;
    private final TestClient leaver;
    private final String leaverKey;

    /** @param other another call under the same key */
    record Row(String name, int status, Order order, Order other) {}

    WriteTable(RunningService service) {
        this.service = service;
        ledger = service.sandbox();
        admin = ledger.admin();
        till = ledger.till("Entrance");
        merchant = ledger.merchant("Candle and Clay", "third-party", 800);
        wallet = ledger.wallet(till, 100_00);
        closed = till.post("/v1/wallets", "{\"reference\":\"leaver\"}")
                .expect(201)
                .at("id");
        closedByAdmin = admin.get("/v1/wallets?reference=leaver").expect(200).at("items/0/id");
        link = till.post("/v1/balance-links", wallet(wallet)).expect(201).at("id");
        finance = ledger.client("Books", "finance");
        var payee = ledger.merchant("Bread and Honey", "third-party", 0);
        till.post("/v1/purchases", TestLedger.sale(wallet, payee, 3)).expect(201);
        settling = paidOut(payee);
        failing = paidOut(payee);
        payout = "{\"merchant\":\"" + payee + "\"}";
        var market = "{\"name\":\"Market\",\"opensAt\":\"2020-11-23T19:00:00Z\",\"closesAt\":\"2099-11-23T21:00:00Z\"}";
        emptied = "/v1/pop-ups/" + admin.post("/v1/pop-ups", market).expect(201).at("id") + "/return-unspent";
        club = new TestClub(service, ledger, till);
        retiring = club.newPlan();
        joining = ledger.wallet(till, 50_00);
        leaving = club.join(ledger.wallet(till, 50_00));
        leaver = ledger.till("Stall 7");
        leaverKey = admin.post("/v1/clients/" + leaver.id() + "/keys", key())
                .expect(201)
                .at("keyId");
    }

    List<Row> rows() {
        var clients = "/v1/clients";
        var mine = "/v1/wallets/" + wallet;
        var gone = "/v1/wallets/" + closed;
        return List.of(
                row("create ledger", 201, service.operator(), "/v1/ledgers", newLedger()),
                row("add client", 201, admin, clients, newClient()),
                row("add key", 201, admin, clients + '/' + leaver.id() + "/keys", key()),
                row("revoke key", 200, admin, clients + '/' + leaver.id() + "/keys/" + leaverKey + "/revoke", ""),
                row(
                        "revoke key again",
                        REFUSED,
                        admin,
                        clients + '/' + leaver.id() + "/keys/" + leaverKey + "/revoke",
                        ""),
                row("revoke client", 200, admin, clients + '/' + leaver.id() + "/revoke", ""),
                row("revoke client again", REFUSED, admin, clients + '/' + leaver.id() + "/revoke", ""),
                row("add key to a revoked client", REFUSED, admin, clients + '/' + leaver.id() + "/keys", key()),
                row("add merchant", 201, admin, "/v1/merchants", newMerchant(0)),
                row("add own shop with commission", REFUSED, admin, "/v1/merchants", newMerchant(800)),
                row("return unspent of a pop-up", 202, finance, emptied, "{\"reference\":\"closing-1\"}"),
                row("open wallet", 201, till, "/v1/wallets", "{\"contact\":\"ada@example.org\"}"),
                row("resolve", 200, till, "/v1/wallets/resolve", code()),
                row("top up", 202, till, "/v1/top-ups", topUp("simulator")),
                row("top up through nobody", REFUSED, till, "/v1/top-ups", topUp("nobody")),
                purchase(1_00),
                row("purchase beyond the balance", REFUSED, till, "/v1/purchases", sale(1_000_00)),
                row("create link", 201, till, "/v1/balance-links", wallet(wallet)),
                row("revoke link", 200, till, "/v1/balance-links/" + link + "/revoke", ""),
                row("revoke link again", REFUSED, till, "/v1/balance-links/" + link + "/revoke", ""),
                row("atomic batch", 200, till, "/v1/batches", atomic(sale(1))),
                row("atomic batch with a refused item", REFUSED, till, "/v1/batches", atomic(sale(1), sale(1_000_00))),
                row("freeze", 200, till, mine + "/freeze", ""),
                row("freeze again", REFUSED, till, mine + "/freeze", ""),
                row("purchase from a frozen wallet", REFUSED, till, "/v1/purchases", sale(1_00)),
                row("unfreeze", 200, till, mine + "/unfreeze", ""),
                row("unfreeze again", REFUSED, till, mine + "/unfreeze", ""),
                row("create plan", 201, admin, "/v1/membership-plans", newPlan()),
                row("retire plan", 200, admin, "/v1/membership-plans/" + retiring + "/retire", ""),
                row("retire plan again", REFUSED, admin, "/v1/membership-plans/" + retiring + "/retire", ""),
                row("start membership", 201, till, "/v1/memberships", club.membership(joining)),
                row("start membership again", REFUSED, till, "/v1/memberships", club.membership(joining)),
                row("renew before the end", REFUSED, till, "/v1/memberships/" + leaving + "/renew", ""),
                row("cancel membership", 200, till, "/v1/memberships/" + leaving + "/cancel", ""),
                row("cancel membership again", REFUSED, till, "/v1/memberships/" + leaving + "/cancel", ""),
                row("give credit", 201, till, "/v1/credits", credit("2099-01-01T00:00:00Z")),
                row("give credit of the past", REFUSED, till, "/v1/credits", credit("2020-01-01T00:00:00Z")),
                row("erase an open wallet", REFUSED, admin, "/v1/wallets/" + closedByAdmin + "/erase", ""),
                row("close", 200, till, gone + "/close", ""),
                row("close again", REFUSED, till, gone + "/close", ""),
                row("close with money in it", REFUSED, till, mine + "/close", ""),
                row("link to a closed wallet", REFUSED, till, "/v1/balance-links", wallet(closed)),
                row("move the clock", 200, admin, "/v1/sandbox/clock", "{\"forwardSeconds\":1}"),
                row("move the clock back", REFUSED, admin, "/v1/sandbox/clock", "{\"to\":\"2020-01-01T00:00:00Z\"}"),
                patch("change limits", "/v1/limits", LIMITS),
                row("pay out", 201, finance, "/v1/payouts", payout),
                row("pay out again", REFUSED, finance, "/v1/payouts", payout),
                row("settle a payout", 200, finance, "/v1/payouts/" + settling + "/settle", ""),
                row("fail a payout", 200, finance, "/v1/payouts/" + failing + "/fail", ""),
                row("report a processor's payout", 201, finance, "/v1/processor-payouts", paid("payout_1", 980, "")),
                row("report it with other amounts", 200, finance, "/v1/processor-payouts", paid("payout_1", 970, "")),
                row("report one to come", REFUSED, finance, "/v1/processor-payouts", paid("payout_2", 1, TO_COME)),
                row("erase", 200, admin, "/v1/wallets/" + closedByAdmin + "/erase", ""));
    }

    private static String atomic(String... sales) {
        return Stream.of(sales)
                .map(sale -> "{\"method\":\"POST\",\"path\":\"/v1/purchases\",\"body\":" + sale + '}')
                .collect(Collectors.joining(",", "{\"atomic\":true,\"items\":[", "]}"));
    }

    private String paidOut(String payee) {
        var body = "{\"merchant\":\"" + payee + "\",\"amount\":{\"amount\":1,\"currency\":\"EUR\"}}";
        return finance.post("/v1/payouts", body).expect(201).at("id");
    }

    Row purchase(long euroCents) {
        return row("purchase", 201, till, "/v1/purchases", sale(euroCents));
    }

    int sold() {
        return till.get("/v1/purchases?wallet=" + wallet + "&merchant=" + merchant)
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    /** The other call says the same in other bytes, or goes to another path where there is no body. */
    private Row patch(String name, String path, String body) {
        var key = RetryTableTest.newKey();
        return new Row(
                name,
                200,
                new Order(admin, "PATCH", path, body, key),
                new Order(admin, "PATCH", path, body + ' ', key));
    }

    private Row row(String name, int status, TestClient client, String path, String body) {
        var order = RetryTableTest.order(client, path, body);
        var other = body.isEmpty()
                ? new Order(client, elsewhere(path), "", order.key())
                : new Order(client, path, body + ' ', order.key());
        return new Row(name, status, order, other);
    }

    private String elsewhere(String path) {
        if (path.startsWith("/v1/payouts/")) {
            return "/v1/payouts/" + (path.endsWith("/settle") ? failing + "/fail" : settling + "/settle");
        }
        return "/v1/wallets/" + wallet + (path.endsWith("/freeze") ? "/close" : "/freeze");
    }

    private static String newLedger() {
        return """
                {"name":"Quay","mode":"sandbox","timeZone":"Europe/Berlin","admin":{"name":"Office","key":%s}}""".formatted(TestClient.jwk(TestClient.newKeys()));
    }

    private static String newClient() {
        return "{\"name\":\"Bar\",\"scopes\":[\"checkout\"],\"key\":" + TestClient.jwk(TestClient.newKeys()) + '}';
    }

    private static String key() {
        return "{\"key\":" + TestClient.jwk(TestClient.newKeys()) + '}';
    }

    private static String newMerchant(int commission) {
        return "{\"name\":\"Own\",\"kind\":\"own\",\"commissionBasisPoints\":" + commission + '}';
    }

    private static String newPlan() {
        return "{\"name\":\"Club\",\"price\":{\"amount\":100,\"currency\":\"EUR\"},\"periodDays\":7}";
    }

    private String credit(String expires) {
        return """
                {"wallet":"%s","amount":{"amount":500,"currency":"EUR"},"funder":{"kind":"ledger"},"expiresAt":"%s"}""".formatted(joining, expires);
    }

    private static String paid(String reference, long euroCents, String more) {
        return """
                {"processor":"acme","reference":"%s","amount":{"amount":%d,"currency":"EUR"}%s}""".formatted(reference, euroCents, more);
    }

    private static String wallet(String token) {
        return "{\"wallet\":\"" + token + "\"}";
    }

    private String sale(long euroCents) {
        return TestLedger.sale(wallet, merchant, euroCents);
    }

    private String topUp(String processor) {
        return """
                {"wallet":"%s","amount":{"amount":500,"currency":"EUR"},"card":"tok_visa","processor":"%s"}""".formatted(wallet, processor);
    }

    /** What the member shows at the till. */
    private String code() {
        var found = (WalletTokens.Found)
                service.part(WalletTokens.class).resolve(ClientId.parse(till.id()), WalletToken.parse(wallet));
        var code = service.part(MemberCodes.class)
                .issue(LedgerId.parse(ledger.id()), found.wallet(), new LinkId(UUID.randomUUID()));
        return "{\"code\":\"" + code.text() + "\"}";
    }
}
