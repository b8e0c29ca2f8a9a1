package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.page.code.MemberCodes;
import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.link.LinkId;
import io.microwallet.vault.WalletToken;
import io.microwallet.vault.WalletTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every answer to a write in version 1, byte for byte but for ids, tokens, secrets and times. */
class AnswerFormatsTest {
    private final RunningService service = RunningService.shared();
    private final List<String> lines = new ArrayList<>();

    @Test
    void answers_of_version_1_keep_their_bytes() throws IOException {
        var ledger = service.sandbox();
        var admin = ledger.admin();
        note("ledger", service.operator().post("/v1/ledgers", ledgerBody()));
        var added = note("client", admin.post("/v1/clients", clientBody("[\"finance\",\"checkout\"]")));
        note("key", admin.post("/v1/clients/" + added.at("id") + "/keys", "{\"key\":" + jwk() + "}"));
        note("key revoked", admin.post("/v1/clients/" + added.at("id") + "/keys/" + added.at("keyId") + "/revoke"));
        note("client revoked", admin.post("/v1/clients/" + added.at("id") + "/revoke"));
        note("merchant", admin.post("/v1/merchants", "{\"name\":\"x\",\"kind\":\"own\",\"commissionBasisPoints\":0}"));
        drops(ledger, ledger.till("Stall 9"), ledger.merchant("Cups", "third-party", 800));
        payments(ledger, ledger.till("Entrance"));
        memberships(ledger, ledger.till("Desk"));
        assertThat(String.join("\n", lines) + "\n").isEqualTo(golden());
    }

    private void payments(TestLedger ledger, TestClient till) {
        var merchant = ledger.merchant("Clay", "third-party", 800);
        var wallet = note("wallet", till.post("/v1/wallets", "{}")).at("id");
        var money = "{\"wallet\":\"" + wallet
                + "\",\"amount\":{\"amount\":500,\"currency\":\"EUR\"},\"card\":\"tok_visa\"}";
        var topUp = note("top-up", till.post("/v1/top-ups", money)).at("id");
        till.get("/v1/top-ups/" + topUp + "?wait=20").expect(200);
        note("purchase", till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 500)));
        note("refused", till.post("/v1/purchases", TestLedger.sale(wallet, merchant, 1)));
        note(
                "resolved",
                ledger.till("Stall").post("/v1/wallets/resolve", "{\"code\":\"" + code(ledger, till, wallet) + "\"}"));
        var link = note("link", till.post("/v1/balance-links", "{\"wallet\":\"" + wallet + "\"}"))
                .at("id");
        note("link revoked", till.post("/v1/balance-links/" + link + "/revoke"));
        var finance = ledger.client("Books", "finance");
        var payout = note("payout", finance.post("/v1/payouts", "{\"merchant\":\"" + merchant + "\"}"))
                .at("id");
        note("payout settled", finance.post("/v1/payouts/" + payout + "/settle"));
        note("payout failed", finance.post("/v1/payouts/" + payout + "/fail"));
        var paid = "{\"processor\":\"acme\",\"reference\":\"x\",\"amount\":{\"amount\":%d,\"currency\":\"EUR\"}}";
        note("processor payout", finance.post("/v1/processor-payouts", paid.formatted(98)));
        note("processor payout contradicted", finance.post("/v1/processor-payouts", paid.formatted(97)));
        note("limits", ledger.admin().patch("/v1/limits", LimitsTest.body(90_000, 9_000, 9, 200)));
        note("clock", ledger.admin().post("/v1/sandbox/clock", "{\"forwardSeconds\":1}"));
        var freezing = BatchesTest.item("/v1/wallets/" + wallet + "/freeze", "null");
        var thawing = BatchesTest.item("/v1/wallets/" + wallet + "/unfreeze", "null");
        note("atomic batch", till.post("/v1/batches", BatchesTest.batch(true, freezing, thawing)));
        note("atomic batch refused", till.post("/v1/batches", BatchesTest.batch(true, freezing, freezing)));
        note("frozen", till.post("/v1/wallets/" + wallet + "/freeze"));
        note("unfrozen", till.post("/v1/wallets/" + wallet + "/unfreeze"));
        note("closed", till.post("/v1/wallets/" + wallet + "/close"));
        var own = ledger.admin().get("/v1/wallets").expect(200).at("items/0/id");
        note("erased", ledger.admin().post("/v1/wallets/" + own + "/erase"));
    }

    private void memberships(TestLedger ledger, TestClient till) {
        var terms = "\"price\":{\"amount\":200,\"currency\":\"EUR\"},\"periodDays\":1,"
                + "\"credit\":{\"amount\":100,\"currency\":\"EUR\"},\"creditLifetimeDays\":1}";
        var plan = note("plan", ledger.admin().post("/v1/membership-plans", "{\"name\":\"x\"," + terms))
                .at("id");
        var wallet = ledger.wallet(till, 500);
        var order = "{\"wallet\":\"" + wallet + "\",\"plan\":\"" + plan + "\"}";
        var membership = note("membership", till.post("/v1/memberships", order)).at("id");
        note("membership cancelled", till.post("/v1/memberships/" + membership + "/cancel"));
        note("plan retired", ledger.admin().post("/v1/membership-plans/" + plan + "/retire"));
        note(
                "credit",
                till.post(
                        "/v1/credits",
                        "{\"wallet\":\"" + wallet
                                + "\",\"amount\":{\"amount\":50,\"currency\":\"EUR\"},\"funder\":{\"kind\":\"ledger\"}}"));
    }

    private void drops(TestLedger ledger, TestClient till, String merchant) {
        var window = "\"opensAt\":\"2020-11-23T19:00:00Z\",\"closesAt\":\"2099-11-23T21:00:00Z\"";
        var popUp = note("pop-up", ledger.admin().post("/v1/pop-ups", "{\"name\":\"x\"," + window + "}"))
                .at("id");
        note("pop-up closed", ledger.admin().post("/v1/pop-ups/" + popUp + "/close"));
        note("job", ledger.admin().post("/v1/pop-ups/" + popUp + "/return-unspent"));
        note("pop-up rescheduled", ledger.admin().post("/v1/pop-ups/" + popUp + "/reschedule", '{' + window + '}'));
        var drop = note(
                        "drop",
                        ledger.admin()
                                .post(
                                        "/v1/drops",
                                        "{\"merchant\":\"%s\",\"popUp\":\"%s\",\"name\":\"x\",\"stock\":9,\"price\":{\"amount\":300,\"currency\":\"EUR\"},%s}"
                                                .formatted(merchant, popUp, window)))
                .at("id");
        var wallet = ledger.wallet(till, 500);
        var order = "{\"wallet\":\"" + wallet + "\",\"drop\":\"" + drop + "\"}";
        var held = note("hold", till.post("/v1/holds", order)).at("id");
        note(
                "captured",
                till.post(
                        "/v1/holds/" + held + "/capture",
                        "{\"amount\":{\"amount\":200,\"currency\":\"EUR\"},\"final\":true}"));
        var voided = till.post("/v1/holds", order).expect(201).at("id");
        note("voided", till.post("/v1/holds/" + voided + "/void"));
        note("drop closed", ledger.admin().post("/v1/drops/" + drop + "/close"));
        note("drop rescheduled", ledger.admin().post("/v1/drops/" + drop + "/reschedule", '{' + window + '}'));
    }

    private TestAnswer note(String what, TestAnswer answer) {
        var text = answer.text()
                .replaceAll("w1_[0-9A-Z]{25}", "w1_*")
                .replaceAll("\\b([a-z]{1,3})_[0-9A-Z]{26}", "$1_*")
                .replaceAll("_k_[0-9A-Z]{26}", "_k_*")
                .replaceAll("#[A-Za-z0-9_-]{22}\"", "#*\"")
                .replaceAll("\"\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3}|\\.\\d{6})?Z\"", "\"*Z\"");
        lines.add(what + ": " + answer.status() + " "
                + answer.header("content-type").orElse("") + " " + text);
        return answer;
    }

    private String code(TestLedger ledger, TestClient till, String wallet) {
        var found = (WalletTokens.Found)
                service.part(WalletTokens.class).resolve(ClientId.parse(till.id()), WalletToken.parse(wallet));
        return service.part(MemberCodes.class)
                .issue(LedgerId.parse(ledger.id()), found.wallet(), new LinkId(UUID.randomUUID()))
                .text();
    }

    private static String ledgerBody() {
        return "{\"name\":\"x\",\"mode\":\"live\",\"timeZone\":\"Europe/Berlin\",\"admin\":{\"name\":\"y\",\"key\":"
                + jwk() + "}}";
    }

    private static String clientBody(String scopes) {
        return "{\"name\":\"x\",\"scopes\":" + scopes + ",\"key\":" + jwk() + "}";
    }

    private static String jwk() {
        return TestClient.jwk(TestClient.newKeys());
    }

    private static String golden() throws IOException {
        try (var in = AnswerFormatsTest.class.getResourceAsStream("/golden/answers-1.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
