package io.microwallet.api.page;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestClub;
import io.microwallet.api.running.TestLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A member of a small pop-up: the tills that know the wallet, the merchant, and the link in the member's message. */
final class Member {
    private final RunningService service;
    private final TestLedger ledger;
    private final TestClient till;
    private final String merchant;
    private final String wallet;

    private Member(RunningService service, TestLedger ledger, TestClient till, String merchant, String wallet) {
        this.service = service;
        this.ledger = ledger;
        this.till = till;
        this.merchant = merchant;
        this.wallet = wallet;
    }

    /** With a new wallet in a new ledger. */
    static Member with(RunningService service, long euroCents) {
        var ledger = service.sandbox();
        var till = ledger.till("Entrance");
        var merchant = ledger.merchant("Candle & Clay", "third-party", 800);
        return new Member(service, ledger, till, merchant, ledger.wallet(till, euroCents));
    }

    /** Another one in the same ledger. */
    Member another(long euroCents) {
        return new Member(service, ledger, till, merchant, ledger.wallet(till, euroCents));
    }

    TestLedger ledger() {
        return ledger;
    }

    TestClient till() {
        return till;
    }

    String wallet() {
        return wallet;
    }

    Link link() {
        return link(86_400);
    }

    Link link(long expiresInSeconds) {
        var body = "{\"wallet\":\"%s\",\"expiresInSeconds\":%d}".formatted(wallet, expiresInSeconds);
        var created = till.post("/v1/balance-links", body).expect(201);
        var parts = created.at("url").split("#");
        return new Link(created.at("id"), service.url() + "/b/" + created.at("id"), parts[1]);
    }

    void revoke(Link link) {
        till.post("/v1/balance-links/" + link.id() + "/revoke").expect(200);
    }

    /** The purchase's id, {@code pu_…}. */
    String buys(long euroCents) {
        return till.post("/v1/purchases", TestLedger.sale(wallet, merchant, euroCents))
                .expect(201)
                .at("id");
    }

    /** A deposit; the hold's id, {@code ho_…}. */
    String holds(long euroCents, long seconds) {
        var body =
                "{\"wallet\":\"%s\",\"merchant\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"expiresInSeconds\":%d}"
                        .formatted(wallet, merchant, euroCents, seconds);
        return till.post("/v1/holds", body).expect(201).at("id");
    }

    /** @param to {@code wallet} or {@code source} */
    void isGivenBack(String purchase, long euroCents, String to) {
        var body = "{\"purchase\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"to\":\"%s\"}";
        var refund = till.post("/v1/refunds", body.formatted(purchase, euroCents, to))
                .expect(to.equals("wallet") ? 201 : 202);
        till.get("/v1/refunds/" + refund.at("id") + "?wait=20").expect(200);
    }

    /** The bank takes the newest top-up back. */
    void isChargedBack(long euroCents) {
        var topUp = till.get("/v1/top-ups?wallet=" + wallet).expect(200).at("items/0/id");
        var body = "{\"dispute\":\"dp_%s\",\"topUp\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"}}";
        ledger.client("Books", "finance")
                .post("/v1/chargebacks", body.formatted(topUp, topUp, euroCents))
                .expect(201);
    }

    /** A club, a credit from the shop that expires soon, and one from the house that stays. */
    void joinsAndIsGiven() {
        new TestClub(service, ledger, till).join(wallet);
        var soon = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        var credit = "{\"wallet\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"funder\":%s%s}";
        var shop = "{\"kind\":\"merchant\",\"merchant\":\"" + merchant + "\"}";
        till.post("/v1/credits", credit.formatted(wallet, 350, shop, ",\"expiresAt\":\"" + soon + "\""))
                .expect(201);
        till.post("/v1/credits", credit.formatted(wallet, 200, "{\"kind\":\"ledger\"}", ""))
                .expect(201);
    }

    void topsUp(long euroCents, String card) {
        ledger.topUp(till, wallet, euroCents, card);
    }

    void wallet(String action) {
        till.post("/v1/wallets/" + wallet + '/' + action).expect(200);
    }

    /** The wallet must be closed. */
    void erase() {
        var token = ledger.admin().get("/v1/wallets").expect(200).at("items/0/id");
        ledger.admin().post("/v1/wallets/" + token + "/erase").expect(200);
    }

    /** {@code url} is without the secret. */
    record Link(String id, String url, String secret) {
        String whole() {
            return url + '#' + secret;
        }
    }
}
