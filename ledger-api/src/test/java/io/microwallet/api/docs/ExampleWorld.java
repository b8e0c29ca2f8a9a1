package io.microwallet.api.docs;

import io.microwallet.api.docs.DocumentedExamplesTest.Documented;
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
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Makes what the examples name, and puts its real ids where the examples have theirs. */
final class ExampleWorld {
    private static final String WINDOW = "\"opensAt\":\"2099-11-23T19:00:00Z\",\"closesAt\":\"2099-11-23T21:00:00Z\"";

    private final RunningService service;
    private final TestLedger ledger;
    private final TestClient till;
    private final TestClient finance;
    private final String merchant;
    private final String wallet;
    private final String topUp;
    private final String purchase;
    private final String payout;
    private final String popUp;
    private final String drop;
    private final TestClub club;
    private final String lapsed;
    private final String hold;

    /** A call, ready to be sent by a client that may send it. */
    record Call(TestClient client, HttpRequest request) {}

    ExampleWorld(RunningService service) {
        this.service = service;
        this.ledger = service.sandbox();
        this.till = ledger.till("Entrance");
        this.finance = ledger.client("Books", "finance");
        this.merchant = ledger.admin()
                .post(
                        "/v1/merchants",
                        "{\"name\":\"Clay\",\"kind\":\"third-party\",\"commissionBasisPoints\":800,\"reference\":\"stall-7\"}")
                .expect(201)
                .at("id");
        this.club = new TestClub(service, ledger, till);
        // First of all: a month passes for it.
        this.lapsed = club.lapsed();
        club.join(ledger.wallet(till, 5_000));
        this.wallet = till.post("/v1/wallets", "{\"reference\":\"member-1\",\"contact\":\"ada@example.org\"}")
                .expect(201)
                .at("id");
        credit();
        this.topUp = topUp();
        this.purchase = till.post("/v1/purchases", sale()).expect(201).at("id");
        this.payout = payout();
        this.popUp = popUp();
        this.drop = drop();
        this.hold = hold();
        var limits =
                "{\"balance\":[{\"amount\":900000000000000,\"currency\":\"EUR\"}],\"topUp\":[{\"amount\":900000000000,"
                        + "\"currency\":\"EUR\"}],\"topUpsADay\":100,\"openHolds\":20,\"openLots\":500,\"refundGraceDays\":14}";
        ledger.admin().patch("/v1/limits", limits).expect(200);
    }

    /** A call with everything that it names, to be signed under any key. */
    record Prepared(TestClient client, String method, String target, String body) {
        /** @param more what is added to the query; empty for nothing */
        Call call(String key, String more) {
            var headers = new TreeMap<String, String>();
            if (!method.equals("GET")) {
                headers.put("idempotency-key", key);
            }
            if (!body.isEmpty()) {
                headers.put("content-type", "application/json");
            }
            var query = more.isEmpty() ? "" : (target.contains("?") ? '&' : '?') + more;
            return new Call(client, client.request(method, target + query, headers, body));
        }
    }

    Call callFor(Documented documented, String body) {
        return prepared(documented, body).call(UUID.randomUUID().toString(), "");
    }

    Prepared prepared(Documented documented, String body) {
        var client = clientFor(documented);
        var path = documented.path();
        for (var id : idsFor(documented, client).entrySet()) {
            path = path.replace('{' + id.getKey() + '}', id.getValue());
        }
        return new Prepared(client, documented.method(), path + query(documented), real(documented, body));
    }

    private TestClient clientFor(Documented documented) {
        var scopes = documented.operation().path("x-scopes").toString();
        if (scopes.contains("operator")) {
            return service.operator();
        }
        return scopes.contains("checkout") ? till : scopes.contains("finance") ? finance : ledger.admin();
    }

    private String query(Documented documented) {
        return switch (documented.id()) {
            case "readTopUp", "readJob" -> "?wait=20";
            case "listJobs" -> "?popUp=" + popUpOfJob();
            case "listRefunds" -> "?purchase=" + refunded();
            case "listExceptions" -> unexplained();
            case "listProcessorPayouts" -> "?processor=" + processorOf(processorPayout());
            case "exportJournal" -> "?from=2020-01-01&to=2099-12-31&format=hledger";
            default -> "";
        };
    }

    // What is paid back, and what is owed, belongs to members of their own.
    private String refund() {
        return till.get("/v1/refunds?purchase=" + refunded()).expect(200).at("items/0/id");
    }

    private String refunded() {
        var sold = till.post("/v1/purchases", sale()).expect(201).at("id");
        till.post("/v1/refunds", "{\"purchase\":\"" + sold + "\",\"to\":\"wallet\"}")
                .expect(201);
        return sold;
    }

    /** Something that finance has to look at; the list of it needs no filter. */
    private String unexplained() {
        var body =
                "{\"dispute\":\"dp_%s\",\"amount\":{\"amount\":500,\"currency\":\"EUR\"}}".formatted(UUID.randomUUID());
        finance.post("/v1/chargebacks", body).expect(201);
        return "";
    }

    private String chargeback(String topUp) {
        var body = "{\"dispute\":\"dp_%s\",\"topUp\":\"%s\",\"amount\":{\"amount\":500,\"currency\":\"EUR\"},"
                .formatted(UUID.randomUUID(), topUp);
        return finance.post("/v1/chargebacks", body + "\"fee\":{\"amount\":1500,\"currency\":\"EUR\"}}")
                .expect(201)
                .at("id");
    }

    private String processorPayout() {
        var body = """
                {"processor":"acme","reference":"payout_%s","amount":{"amount":98000,"currency":"EUR"},"fee":{"amount":2000,"currency":"EUR"},"effectiveAt":"%s"}""";
        return finance.post("/v1/processor-payouts", body.formatted(UUID.randomUUID(), anHourAgo()))
                .expect(201)
                .at("id");
    }

    private String processorOf(String payout) {
        return finance.get("/v1/processor-payouts/" + payout).expect(200).at("processor");
    }

    private static String anHourAgo() {
        return Instant.now().minusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A member who spent what the bank took back, and topped up again. */
    private String owingAsFinanceSeesIt() {
        var token = ledger.wallet(till, 0);
        var spent = topUp(token, 500);
        var sale =
                "{\"wallet\":\"%s\",\"merchant\":\"%s\",\"amount\":{\"amount\":500,\"currency\":\"EUR\"},\"reference\":\"o9\"}";
        till.post("/v1/purchases", sale.formatted(token, merchant)).expect(201);
        chargeback(spent);
        topUp(token, 400);
        return finance.get("/v1/wallets?limit=1").expect(200).at("items/0/id");
    }

    /** Path parameters; what an operation ends gets a thing of its own. */
    private Map<String, String> idsFor(Documented documented, TestClient client) {
        return switch (documented.id()) {
            case "readClient" -> Map.of("id", till.id());
            case "revokeClient", "addKey" -> Map.of("id", ledger.till("Another").id());
            case "revokeKey" -> {
                var other = ledger.till("Another");
                yield Map.of("id", other.id(), "keyId", other.keys().keyId());
            }
            case "readMerchant", "readPayable" -> Map.of("id", merchant);
            case "readPayout" -> Map.of("id", payout);
            case "settlePayout", "failPayout" -> Map.of("id", payout());
            case "readPopUp", "reschedulePopUp" -> Map.of("id", popUp);
            case "returnUnspentOfPopUp" -> Map.of("id", popUp());
            case "readJob" -> Map.of("id", job());
            case "openPopUp", "closePopUp" -> Map.of("id", popUp());
            case "readDrop" -> Map.of("id", drop);
            case "rescheduleDrop", "openDrop", "closeDrop" -> Map.of("id", drop());
            case "readHold" -> Map.of("id", hold);
            case "captureHold", "voidHold" -> Map.of("id", hold());
            case "readTopUp" -> Map.of("id", topUp);
            case "readRefund" -> Map.of("id", refund());
            case "readChargeback", "reportDisputeWon" -> Map.of("id", chargeback(topUp));
            case "readProcessorPayout" -> Map.of("id", processorPayout());
            case "returnUnspent" -> Map.of("token", ledger.wallet(till, 1_250));
            case "collectReceivable", "writeOffReceivable" -> Map.of("token", owingAsFinanceSeesIt());
            case "readPurchase" -> Map.of("id", purchase);
            case "revokeBalanceLink" -> Map.of("id", link());
            case "readPlan" -> Map.of("id", club.plan());
            case "retirePlan" -> Map.of("id", club.newPlan());
            case "readMembership" -> Map.of("id", club.join(ledger.wallet(till, 5_000)));
            case "cancelMembership" -> Map.of("id", club.join(ledger.wallet(till, 5_000)));
            case "renewMembership" -> Map.of("id", lapsed);
            case "readCredit" -> Map.of("id", credit());
            case "freezeWallet", "closeWallet" -> Map.of("token", ledger.wallet(till, 0));
            case "unfreezeWallet" -> Map.of("token", frozen());
            case "eraseWallet" -> Map.of("token", closedAsAdminSeesIt());
            default -> Map.of("token", wallet);
        };
    }

    private String real(Documented documented, String body) {
        return body.replaceAll("w1_[0-9A-Z]{25}", wallet)
                .replaceAll("tu_[0-9A-Z]{26}", topUp)
                .replaceAll("pu_[0-9A-Z]{26}", purchase)
                .replace("dp_4711", "dp_" + UUID.randomUUID())
                .replace("payout_4711", "payout_" + UUID.randomUUID())
                .replace("2026-11-23T06:00:00Z", anHourAgo())
                .replaceAll("m_[0-9A-Z]{26}", merchant)
                .replaceAll("ho_[0-9A-Z]{26}", documented.id().equals("captureHolds") ? hold() : hold)
                .replaceAll("pl_[0-9A-Z]{26}", documented.id().equals("startMembership") ? club.newPlan() : club.plan())
                .replaceAll("pop_[0-9A-Z]{26}", popUp)
                .replaceAll("dr_[0-9A-Z]{26}", documented.id().equals("placeHold") ? liveDrop() : drop)
                .replace("7KQ2M9XR", documented.id().equals("resolveWallet") ? code() : "7KQ2M9XR");
    }

    private String credit() {
        var body =
                "{\"wallet\":\"%s\",\"amount\":{\"amount\":500,\"currency\":\"EUR\"},\"funder\":{\"kind\":\"ledger\"},\"expiresAt\":\"2099-12-23T18:30:00Z\",\"reference\":\"o3\"}"
                        .formatted(wallet);
        return till.post("/v1/credits", body).expect(201).at("id");
    }

    private String code() {
        var found = (WalletTokens.Found)
                service.part(WalletTokens.class).resolve(ClientId.parse(till.id()), WalletToken.parse(wallet));
        return service.part(MemberCodes.class)
                .issue(LedgerId.parse(ledger.id()), found.wallet(), new LinkId(UUID.randomUUID()))
                .text();
    }

    private String frozen() {
        var token = ledger.wallet(till, 0);
        till.post("/v1/wallets/" + token + "/freeze").expect(200);
        return token;
    }

    private String closedAsAdminSeesIt() {
        var token = ledger.wallet(till, 0);
        till.post("/v1/wallets/" + token + "/close").expect(200);
        return ledger.admin().get("/v1/wallets?limit=1").expect(200).at("items/0/id");
    }

    private String link() {
        return till.post("/v1/balance-links", "{\"wallet\":\"" + wallet + "\"}")
                .expect(201)
                .at("id");
    }

    private String topUp() {
        return topUp(wallet, 50_000);
    }

    private String topUp(String into, long euroCents) {
        var body =
                "{\"wallet\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"card\":\"tok_visa\",\"reference\":\"o1\"}"
                        .formatted(into, euroCents);
        var id = till.post("/v1/top-ups", body).expect(202).at("id");
        till.get("/v1/top-ups/" + id + "?wait=20").expect(200);
        return id;
    }

    private String popUpOfJob() {
        return finance.get("/v1/jobs/" + job() + "?wait=20").expect(200).at("popUp");
    }

    /** A pop-up of two members, one of whom is frozen. */
    private String job() {
        var of = popUp();
        var frozen = ledger.wallet(till, 0);
        ledger.topUpAt(of, till, ledger.wallet(till, 0), 1_250);
        ledger.topUpAt(of, till, frozen, 1_250);
        till.post("/v1/wallets/" + frozen + "/freeze").expect(200);
        return finance.post("/v1/pop-ups/" + of + "/return-unspent").expect(202).at("id");
    }

    private String popUp() {
        return ledger.admin()
                .post("/v1/pop-ups", "{\"name\":\"Market\"," + WINDOW + ",\"reference\":\"market-12\"}")
                .expect(201)
                .at("id");
    }

    private String drop() {
        var body = "{\"merchant\":\"" + merchant + "\",\"popUp\":\"" + popUp
                + "\",\"name\":\"Cups\",\"stock\":2,\"price\":{\"amount\":3000,\"currency\":\"EUR\"},"
                + "\"memberPrice\":{\"amount\":2500,\"currency\":\"EUR\"},\"reference\":\"cups-1\"," + WINDOW + "}";
        return ledger.admin().post("/v1/drops", body).expect(201).at("id");
    }

    private String liveDrop() {
        var live = drop();
        ledger.admin().post("/v1/drops/" + live + "/open").expect(200);
        return live;
    }

    private String hold() {
        var body = "{\"wallet\":\"" + wallet + "\",\"drop\":\"" + liveDrop() + "\",\"reference\":\"o3\"}";
        return till.post("/v1/holds", body).expect(201).at("id");
    }

    private String payout() {
        till.post("/v1/purchases", sale()).expect(201);
        var body = "{\"merchant\":\"%s\",\"amount\":{\"amount\":1,\"currency\":\"EUR\"}}".formatted(merchant);
        return finance.post("/v1/payouts", body).expect(201).at("id");
    }

    private String sale() {
        return "{\"wallet\":\"%s\",\"merchant\":\"%s\",\"amount\":{\"amount\":100,\"currency\":\"EUR\"},\"reference\":\"o2\"}"
                .formatted(wallet, merchant);
    }
}
