package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How things stood, over HTTP. */
class PointInTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final RunningService service = RunningService.shared();
    private final TestLedger ledger = service.sandbox();
    private final TestClient till = ledger.till("Entrance");
    private final TestClient finance = ledger.client("Books", "finance");
    private final String wallet = ledger.wallet(till, 5_000);
    private final String merchant = ledger.merchant("Candle & Clay", "third-party", 800);
    private final String purchase = purchase();

    private String purchase() {
        var sale = TestLedger.sale(wallet, merchant, 1_250);
        var yesterday = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minusSeconds(86_400)
                .toString();
        return till.post(
                        "/v1/purchases",
                        sale.substring(0, sale.length() - 1) + ",\"effectiveAt\":\"" + yesterday + "\"}")
                .expect(201)
                .at("at");
    }

    @Test
    void a_wallet_is_as_it_was_at_an_instant() {
        var path = "/v1/wallets/" + wallet;
        assertThat(till.get(path + "?at=" + purchase).expect(200).number("balances/0/available"))
                .isEqualTo(3_750);
        var before = till.get(path + "?at=" + justBefore()).expect(200);
        assertThat(before.number("balances/0/available")).isEqualTo(5_000);
        assertThat(before.number("balances/0/lots/0/amount")).isEqualTo(5_000);
        assertThat(before.at("at")).isEqualTo(justBefore());
    }

    @Test
    void by_effective_time_a_late_sale_has_happened_before_it_was_recorded() {
        var anHourAgo = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minusSeconds(3_600)
                .toString();
        var balance = finance.get("/v1/trial-balance?effectiveAt=" + anHourAgo).expect(200);
        assertThat(balance.text()).contains("Income:Commission", "Liabilities:Merchant:" + merchant + ":Payable");
        assertThat(balance.at("effectiveAt")).isEqualTo(anHourAgo);
        assertThat(finance.get("/v1/trial-balance?at=" + anHourAgo)
                        .expect(200)
                        .json()
                        .path("accounts"))
                .isEmpty();
    }

    /** A credit ends in an hour and a deposit in two; nobody books either before a day has passed. */
    @Test
    void what_ended_by_itself_ended_when_it_was_due_however_late_it_was_booked() {
        var holdEnds = Instant.parse(deposit(1_000, 7_200).at("expiresAt"));
        var creditEnds = holdEnds.minusSeconds(3_600);
        grant(700, creditEnds);
        ledger.admin().post("/v1/sandbox/clock", "{\"forwardSeconds\":86400}").expect(200);
        till.post("/v1/wallets/" + wallet + "/freeze").expect(200);

        assertThat(balance(creditEnds.minusNanos(1_000))).containsExactly(3_450L, 1_000L);
        assertThat(balance(creditEnds)).containsExactly(2_750L, 1_000L);
        assertThat(balance(holdEnds.minusNanos(1_000))).containsExactly(2_750L, 1_000L);
        assertThat(balance(holdEnds)).containsExactly(3_750L, 0L);
        assertThat(promotions("effectiveAt", creditEnds.minusNanos(1_000))).isEqualTo(700);
        assertThat(promotions("effectiveAt", creditEnds)).isZero();
        assertThat(promotions("at", holdEnds)).isEqualTo(700);
    }

    private void grant(long cents, Instant expires) {
        var body =
                "{\"wallet\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"funder\":{\"kind\":\"ledger\"},\"expiresAt\":\"%s\"}"
                        .formatted(wallet, cents, expires);
        till.post("/v1/credits", body).expect(201);
    }

    private TestAnswer deposit(long cents, int seconds) {
        return till.post(
                        "/v1/holds",
                        "{\"wallet\":\"%s\",\"merchant\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"expiresInSeconds\":%d}"
                                .formatted(wallet, merchant, cents, seconds))
                .expect(201);
    }

    /** Available and held. */
    private List<Long> balance(Instant effective) {
        var seen =
                till.get("/v1/wallets/" + wallet + "?effectiveAt=" + effective).expect(200);
        return List.of(seen.number("balances/0/available"), seen.number("balances/0/held"));
    }

    /** What the ledger has given away and not had back. */
    private long promotions(String basis, Instant at) {
        return finance.get("/v1/trial-balance?" + basis + "=" + at)
                .expect(200)
                .json()
                .path("accounts")
                .valueStream()
                .filter(account -> account.path("account").asString().equals("Expenses:MembershipCredits"))
                .mapToLong(account -> account.path("balance").asLong())
                .sum();
    }

    @Test
    void the_trial_balance_of_before_the_sale_knows_nothing_of_it() {
        var before = finance.get("/v1/trial-balance?at=" + justBefore()).expect(200);
        assertThat(before.text())
                .contains("Assets:Processor:simulator:Clearing")
                .doesNotContain("Income:Commission");
        assertThat(before.number("totals/0/debits")).isEqualTo(5_000);
        var now = finance.get("/v1/trial-balance").expect(200);
        assertThat(finance.get("/v1/trial-balance?at=" + purchase)
                        .expect(200)
                        .json()
                        .path("accounts"))
                .isEqualTo(now.json().path("accounts"));
    }

    @Test
    void a_month_opens_with_nothing_and_closes_with_the_balance() {
        var month = YearMonth.now(BERLIN);
        var statement = month(month, "");
        assertThat(statement.at("period/month")).isEqualTo(month.toString());
        assertThat(statement.number("period/opening/0/ledger")).isZero();
        assertThat(statement.number("period/closing/0/ledger")).isEqualTo(3_750);
        assertThat(statement.json().path("entries")).hasSize(3);
        var next = month(month.plusMonths(1), "&by=effective");
        assertThat(next.number("period/opening/0/ledger")).isEqualTo(3_750);
        assertThat(next.json().path("entries")).isEmpty();
    }

    private TestAnswer month(YearMonth month, String more) {
        return till.get("/v1/wallets/" + wallet + "/statement?month=" + month + more)
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"at=2026-11-23", "at=2026-11-23T18:30:00", "at=1999-01-01T00:00:00Z", "at=A&effectiveAt=B", "at="
            })
    void an_instant_that_is_none_is_told_so(String query) {
        assertThat(finance.get("/v1/trial-balance?" + query).expect(400).at("code"))
                .isEqualTo("INVALID_PARAMETER");
        assertThat(till.get("/v1/wallets/" + wallet + "?" + query).expect(400).at("code"))
                .isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void by_effective_time_a_wallet_was_paid_from_before_it_was_opened_in_every_read_alike() {
        var month = YearMonth.now(BERLIN);
        var asked = month.atDay(1).atStartOfDay(BERLIN).toInstant().minusSeconds(1);
        var sold = asked.minus(Duration.ofDays(10));
        var own = service.sandbox();
        var door = own.till("Door");
        var fresh = "/v1/wallets/" + own.wallet(door, 10_00);
        var sale = TestLedger.sale(fresh.substring("/v1/wallets/".length()), own.merchant("Baker", "own", 0), 3_00);
        door.post("/v1/purchases", sale.replace("}}", "},\"effectiveAt\":\"" + sold + "\"}"))
                .expect(201);

        var seen = door.get(fresh + "?effectiveAt=" + asked).expect(200);
        assertThat(seen.number("balances/0/available")).isEqualTo(-3_00);
        assertThat(seen.number("balances/0/ledger")).isEqualTo(-3_00);
        var statement = door.get(fresh + "/statement?by=effective&month=" + month);
        assertThat(statement.expect(200).number("period/opening/0/ledger")).isEqualTo(-3_00);
        var balance = own.client("Books", "finance").get("/v1/trial-balance?effectiveAt=" + asked);
        assertThat(inWallets(balance.expect(200))).isEqualTo(-3_00);

        var before = door.get(fresh + "?effectiveAt=" + sold.minusNanos(1_000));
        assertThat(before.expect(404).at("code")).isEqualTo("WALLET_NOT_FOUND");
        assertThat(door.get(fresh + "?at=" + asked).expect(404).at("code")).isEqualTo("WALLET_NOT_FOUND");
    }

    private static long inWallets(TestAnswer balance) {
        return balance.json()
                .path("accounts")
                .valueStream()
                .filter(account -> account.path("account").asString().startsWith("Liabilities:Wallet:"))
                .mapToLong(account -> -account.path("balance").asLong())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "effectiveAt"})
    void an_instant_that_is_still_to_come_by_the_ledgers_clock_is_refused(String basis) {
        var query = "?" + basis + "="
                + Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
        for (var path : List.of("/v1/wallets/" + wallet, "/v1/trial-balance")) {
            var client = path.startsWith("/v1/w") ? till : finance;
            var refused = client.get(path + query).expect(400);
            assertThat(refused.at("code")).isEqualTo("INVALID_PARAMETER");
            assertThat(refused.at("detail")).startsWith(basis + ": ").contains("passed by the ledger's clock");
        }
        ledger.admin().post("/v1/sandbox/clock", "{\"forwardSeconds\":90000}").expect(200);
        till.get("/v1/wallets/" + wallet + query).expect(200);
        finance.get("/v1/trial-balance" + query).expect(200);
    }

    private String justBefore() {
        return Instant.parse(purchase).minusNanos(1_000).toString();
    }
}
