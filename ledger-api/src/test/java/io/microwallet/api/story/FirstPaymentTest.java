package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.page.code.MemberCodes;
import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestLedger;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.WalletToken;
import io.microwallet.vault.WalletTokens;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The path of the first payment, as two tills and their member go it. */
class FirstPaymentTest {
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_member_tops_up_shows_a_code_at_another_till_and_pays_a_merchant() {
        var ledger = service.sandbox();
        var entrance = ledger.till("Entrance");
        var stall = ledger.till("Stall 7");
        var merchant = ledger.merchant("Candle & Clay", "third-party", 800);

        var wallet = entrance.post("/v1/wallets", "{\"reference\":\"member-1\"}")
                .expect(201)
                .at("id");
        var topUp = ledger.topUp(entrance, wallet, 5_000, "tok_visa");
        assertThat(topUp.at("status")).isEqualTo("succeeded");
        assertThat(topUp.number("available/amount")).isEqualTo(5_000);

        var code = service.part(MemberCodes.class)
                .issue(LedgerId.parse(ledger.id()), walletOf(entrance.id(), wallet), new LinkId(UUID.randomUUID()));
        var resolved = stall.post("/v1/wallets/resolve", "{\"code\":\"" + code.text() + "\"}")
                .expect(200)
                .at("id");
        assertThat(resolved).isNotEqualTo(wallet);

        var sale = stall.post("/v1/purchases", TestLedger.sale(resolved, merchant, 1_250))
                .expect(201);
        assertThat(sale.number("available/amount")).isEqualTo(3_750);
        assertThat(sale.at("draws/0/kind")).isEqualTo("cash");

        var seen = entrance.get("/v1/wallets/" + wallet).expect(200);
        assertThat(seen.number("balances/0/available")).isEqualTo(3_750);
        assertThat(stall.get("/v1/wallets/" + wallet).expect(404).at("code")).isEqualTo("WALLET_NOT_FOUND");
    }

    private static WalletId walletOf(String client, String token) {
        var found = service.part(WalletTokens.class).resolve(ClientId.parse(client), WalletToken.parse(token));
        return ((WalletTokens.Found) found).wallet();
    }
}
