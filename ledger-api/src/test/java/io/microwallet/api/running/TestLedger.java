package io.microwallet.api.running;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A ledger of a running service and its first admin, who lets others in. */
public final class TestLedger {
    private final Supplier<URI> service;
    private final String id;
    private final TestClient admin;

    TestLedger(Supplier<URI> service, String id, TestClient admin) {
        this.service = service;
        this.id = id;
        this.admin = admin;
    }

    /** @param mode sandbox or live */
    public static TestLedger create(Supplier<URI> service, TestClient operator, String mode) {
        var keys = TestClient.newKeys();
        var body = """
                {"name":"Harbour Street","mode":"%s","timeZone":"Europe/Berlin","admin":{"name":"Office","key":%s}}""".formatted(mode, TestClient.jwk(keys));
        var created = operator.post("/v1/ledgers", body).expect(201);
        var admin = new TestClient(service, keys.withKeyId(created.at("admin/keyId")), created.at("admin/client"));
        return new TestLedger(service, created.at("id"), admin);
    }

    /** {@code l_…}. */
    public String id() {
        return id;
    }

    public TestClient admin() {
        return admin;
    }

    /** A new client with one scope: checkout, finance or admin. */
    public TestClient client(String name, String scope) {
        var keys = TestClient.newKeys();
        var body = "{\"name\":\"%s\",\"scopes\":[\"%s\"],\"key\":%s}".formatted(name, scope, TestClient.jwk(keys));
        var added = admin.post("/v1/clients", body).expect(201);
        return new TestClient(service, keys.withKeyId(added.at("keyId")), added.at("id"));
    }

    public TestClient till(String name) {
        return client(name, "checkout");
    }

    /** A new merchant, {@code m_…}. */
    public String merchant(String name, String kind, int commissionBasisPoints) {
        var body = "{\"name\":\"%s\",\"kind\":\"%s\",\"commissionBasisPoints\":%d}"
                .formatted(name, kind, commissionBasisPoints);
        return admin.post("/v1/merchants", body).expect(201).at("id");
    }

    /** A new wallet of a till, with money from the simulated processor; the till's token for it. */
    public String wallet(TestClient till, long euroCents) {
        var wallet = till.post("/v1/wallets", "{}").expect(201).at("id");
        if (euroCents > 0) {
            topUp(till, wallet, euroCents, "tok_visa");
        }
        return wallet;
    }

    /** One that names a pop-up; waits for the outcome. */
    public void topUpAt(String popUp, TestClient till, String wallet, long euroCents) {
        var body =
                "{\"wallet\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"card\":\"tok_visa\",\"popUp\":\"%s\"}"
                        .formatted(wallet, euroCents, popUp);
        var id = till.post("/v1/top-ups", body).expect(202).at("id");
        till.get("/v1/top-ups/" + id + "?wait=20").expect(200);
    }

    /** Waits for the outcome; the top-up as it is then. */
    public TestAnswer topUp(TestClient till, String wallet, long euroCents, String card) {
        var body = "{\"wallet\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"card\":\"%s\"}"
                .formatted(wallet, euroCents, card);
        var id = till.post("/v1/top-ups", body).expect(202).at("id");
        return till.get("/v1/top-ups/" + id + "?wait=20").expect(200);
    }

    /** The body of a purchase in EUR. */
    public static String sale(String wallet, String merchant, long euroCents) {
        return "{\"wallet\":\"%s\",\"merchant\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"}}"
                .formatted(wallet, merchant, euroCents);
    }

    /** Debits less credits, by account. */
    public Map<String, Long> balances() {
        return admin.get("/v1/trial-balance")
                .expect(200)
                .json()
                .path("accounts")
                .valueStream()
                .collect(Collectors.toMap(
                        account -> account.path("account").asString(),
                        account -> account.path("balance").asLong()));
    }
}
