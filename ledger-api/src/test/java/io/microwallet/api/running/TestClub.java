package io.microwallet.api.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.books.Books;
import io.microwallet.core.membership.Membership;
import io.microwallet.core.membership.MembershipId;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A plan of 20.00 for 30 days, with a credit of 10.00 for 14 days and one of 3.00 for two pop-ups, and who joins it. */
public final class TestClub {
    private final RunningService service;
    private final TestLedger ledger;
    private final TestClient till;
    private final String plan;

    public TestClub(RunningService service, TestLedger ledger, TestClient till) {
        this.service = service;
        this.ledger = ledger;
        this.till = till;
        this.plan = newPlan();
    }

    public String plan() {
        return plan;
    }

    public String newPlan() {
        return ledger.admin().post("/v1/membership-plans", """
                        {"name":"Clay Club","price":{"amount":2000,"currency":"EUR"},"periodDays":30,
                         "credit":{"amount":1000,"currency":"EUR"},"creditLifetimeDays":14,
                         "earlyAccessMinutes":15,"memberPrice":"yes","reference":"clay-club",
                         "cliffs":[{"popUps":2,"credit":{"amount":300,"currency":"EUR"},"lifetimeDays":7}]}""").expect(201).at("id");
    }

    /** The membership that the wallet has from now on. */
    public String join(String wallet) {
        return till.post("/v1/memberships", membership(wallet)).expect(201).at("id");
    }

    public String membership(String wallet) {
        return "{\"wallet\":\"%s\",\"plan\":\"%s\",\"reference\":\"order-77\"}".formatted(wallet, plan);
    }

    /** In this ledger alone. */
    public void pass(Duration time) {
        ledger.admin()
                .post("/v1/sandbox/clock", "{\"forwardSeconds\":" + time.toSeconds() + '}')
                .expect(200);
    }

    /** What the books say once the sweeper has been there. */
    public void await(String membership, Class<? extends Membership> state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(service.part(Books.class).read(MembershipId.parse(membership)))
                        .isInstanceOf(state));
    }

    /** A membership whose renewal the cash did not cover, of a wallet that has the cash since. */
    public String lapsed() {
        var wallet = ledger.wallet(till, 2_000);
        var membership = join(wallet);
        pass(Duration.ofDays(30));
        await(membership, Membership.Lapsed.class);
        ledger.topUp(till, wallet, 2_000, "tok_visa");
        return membership;
    }
}
