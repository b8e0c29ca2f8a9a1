package io.microwallet.api.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import io.microwallet.core.money.Money;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A drop is never oversold, and nobody pays for what another one got: not in a crowd, and not through kills. */
class DropRaceTest {
    private static final int BUYERS = 10_000;
    private static final int UNITS = 100;
    private static final long PRICE = 30_00;

    @Test
    void ten_thousand_buyers_hold_a_hundred_units_through_two_kills() throws Exception {
        try (var service = ServiceProcess.start()) {
            var ledger = service.sandbox();
            var overlay = ledger.till("Live stream overlay");
            var drop = drop(ledger, ledger.merchant("Cups", "third-party", 800));
            var wallets = service.meanwhile(
                    server -> Purses.filled(server, ledger.id(), overlay.id(), BUYERS, Money.of(PRICE, "EUR")));
            var race = new DropRace(overlay.at(service::url), drop);
            race.start(wallets);
            killOnce(service, race, UNITS / 5, BUYERS / 10);
            killOnce(service, race, UNITS * 4 / 5, BUYERS / 2);
            race.finish();

            everyoneWasToldTheTruth(race);
            unitsAndMoneyAre(ledger, overlay, drop, race);
            aFreedUnitGoesToANewKeyOnly(overlay, race);
            SoundStore.check(service.database());
        }
    }

    /** Once so many have a unit, or so many were told anything. */
    private static void killOnce(ServiceProcess service, DropRace race, int winners, int told) throws Exception {
        Until.holds("the race is on", () -> race.winners() >= winners || race.told() >= told);
        service.kill();
        service.startAgain();
    }

    private static void everyoneWasToldTheTruth(DropRace race) {
        assertThat(race.strange()).isEmpty();
        assertThat(race.holds()).hasSize(UNITS);
        assertThat(race.soldOut()).hasSize(BUYERS - UNITS);
    }

    private static void unitsAndMoneyAre(TestLedger ledger, TestClient overlay, String drop, DropRace race) {
        var view = overlay.get("/v1/drops/" + drop).expect(200);
        assertThat(view.at("state")).isEqualTo("sold-out");
        assertThat(view.number("held")).isEqualTo(UNITS);
        assertThat(view.number("sold") + view.number("free")).isZero();
        assertThat(holders(overlay, drop)).isEqualTo(race.holds().keySet());
        var finance = ledger.client("Books", "finance");
        assertThat(balance(finance, "Liabilities:Wallet:Cash:Held")).isEqualTo(UNITS * PRICE);
        assertThat(balance(finance, "Liabilities:Wallet:Cash:Available")).isEqualTo((BUYERS - UNITS) * PRICE);
    }

    private static Set<String> holders(TestClient overlay, String drop) {
        var wallets = new HashSet<String>();
        var items = overlay.get("/v1/holds?limit=200&drop=" + drop)
                .expect(200)
                .json()
                .path("items");
        assertThat(items).hasSize(UNITS);
        items.forEach(hold -> wallets.add(hold.path("wallet").asString()));
        return wallets;
    }

    private static long balance(TestClient finance, String account) {
        for (var line : finance.get("/v1/trial-balance").expect(200).json().path("accounts")) {
            if (line.path("account").asString().equals(account)) {
                return Math.abs(line.path("balance").asLong());
            }
        }
        return 0;
    }

    private static void aFreedUnitGoesToANewKeyOnly(TestClient overlay, DropRace race) {
        var hold = race.holds().values().iterator().next().at("id");
        overlay.post("/v1/holds/" + hold + "/void").expect(200);
        var loser = race.soldOut().keySet().iterator().next();
        var again = race.ask(loser, DropRace.key(loser)).expect(422);
        assertThat(again.at("code")).isEqualTo("DROP_SOLD_OUT");
        assertThat(again.replayed()).isTrue();
        race.ask(loser, "second-try").expect(201);
    }

    private static String drop(TestLedger ledger, String merchant) {
        var body = """
                {"merchant":"%s","name":"Glazed cups","stock":%d,"price":{"amount":%d,"currency":"EUR"},"capAWallet":1,\
                "opensAt":"2020-01-01T00:00:00Z","closesAt":"2100-01-01T00:00:00Z"}""".formatted(merchant, UNITS, PRICE);
        return ledger.admin().post("/v1/drops", body).expect(201).at("id");
    }
}
