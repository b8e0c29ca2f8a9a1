package io.microwallet.api.demo;

import io.microwallet.api.cli.output.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** At the stalls: members show the code of their balance link, a second till resolves it and sells. */
final class StallScene {
    private static final int VISITS = 8;
    private static final int NOT_FOUND = 404;
    private static final long BOWL = 1_450;
    private static final long LEMONADE = 350;
    private static final long VASE = 9_900;

    private final URI service;
    private final Cast cast;
    private final Narrator narrator;

    StallScene(URI service, Cast cast, Narrator narrator) {
        this.service = service;
        this.cast = cast;
        this.narrator = narrator;
    }

    /** @return the balance link of the last member to pay, to click */
    String play(List<Member> members) throws IOException, InterruptedException {
        narrator.scene("At the stalls: a code from the phone, and a sale");
        var link = "";
        for (var i = 0; i < VISITS; i++) {
            link = visit(members.get(i), i);
        }
        return link;
    }

    private String visit(Member member, int number) throws IOException, InterruptedException {
        var link = link(member);
        var phone = new MemberBrowser(URI.create(link));
        narrator.expect(phone.open(), "%-5s opens the balance link", member.name());
        var code = phone.code();
        var wallet = resolve(member, code);
        switch (number) {
            case 0 -> strangersStayStrangers(member, wallet, code);
            case 1 -> askTwice(member, wallet);
            case 2 -> tooExpensive(member, wallet);
            default -> {}
        }
        buy(member, wallet, number % 2 == 0 ? cast.potter() : cast.lemonade(), number % 2 == 0 ? BOWL : LEMONADE);
        return link;
    }

    private String link(Member member) {
        var body = Json.object().put("wallet", member.wallet());
        var answer = cast.door().post("/v1/balance-links", body).orFail();
        return service.resolve(Json.text(answer, "url")).toString();
    }

    private String resolve(Member member, String code) {
        var answer = cast.stall()
                .post("/v1/wallets/resolve", Json.object().put("code", code))
                .orFail();
        var wallet = Json.text(answer, "id");
        narrator.expect(
                !wallet.equals(member.wallet()),
                "%-5s shows the code %s: the stall knows this wallet as %s",
                member.name(),
                code,
                wallet);
        return wallet;
    }

    private void strangersStayStrangers(Member member, String wallet, String code) {
        var others = cast.stall().get("/v1/wallets/" + member.wallet());
        narrator.expect(
                others.status() == NOT_FOUND,
                "the door's token is %d %s to the stall",
                others.status(),
                DemoReport.code(others));
        var ours = cast.door().get("/v1/wallets/" + wallet);
        narrator.expect(
                ours.status() == NOT_FOUND,
                "the stall's token is %d %s to the door",
                ours.status(),
                DemoReport.code(ours));
        var again = cast.stall().post("/v1/wallets/resolve", Json.object().put("code", code));
        narrator.expect(
                again.status() == NOT_FOUND,
                "the code works once: now it is %d %s",
                again.status(),
                DemoReport.code(again));
    }

    /** The till's Wi-Fi swallowed the answer, so it asks again with the same key. */
    private void askTwice(Member member, String wallet) {
        var key = cast.stall().freshKey();
        var sale = sale(wallet, cast.lemonade(), LEMONADE);
        var first = cast.stall().post("/v1/purchases", sale, key);
        var second = cast.stall().post("/v1/purchases", sale, key);
        narrator.expect(
                first.good() && second.replayed() && Arrays.equals(first.body(), second.body()),
                "%-5s buys a lemonade; the answer gets lost, the till asks again with the same key: same bytes, paid once",
                member.name());
        var other = cast.stall().post("/v1/purchases", sale(wallet, cast.lemonade(), LEMONADE + 1), key);
        narrator.expect(
                !other.good(), "the same key for another amount is %d %s", other.status(), DemoReport.code(other));
    }

    private void tooExpensive(Member member, String wallet) {
        var answer = cast.stall().post("/v1/purchases", sale(wallet, cast.potter(), VASE));
        narrator.expect(
                DemoReport.code(answer).equals("INSUFFICIENT_FUNDS"),
                "%-5s wants a vase for %s: %d %s",
                member.name(),
                DoorScene.text(VASE),
                answer.status(),
                DemoReport.code(answer));
    }

    private void buy(Member member, String wallet, String merchant, long price) {
        var answer = cast.stall().post("/v1/purchases", sale(wallet, merchant, price));
        var available = answer.json()
                .map(json -> DoorScene.text(json.path("available")))
                .orElse("");
        narrator.expect(
                answer.good(),
                "%-5s pays %s to %s, %s left",
                member.name(),
                DoorScene.text(price),
                merchant.equals(cast.potter()) ? "Ana's Ceramics" : "Our Lemonade",
                available);
    }

    private static JsonNode sale(String wallet, String merchant, long price) {
        var body = Json.object().put("wallet", wallet).put("merchant", merchant);
        body.set("amount", DoorScene.money(price));
        return body;
    }
}
