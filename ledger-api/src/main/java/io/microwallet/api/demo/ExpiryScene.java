package io.microwallet.api.demo;

import io.microwallet.api.cli.output.Json;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A credit expires while it is held: the hold keeps its worth, but what is let go of later goes back to who gave it. */
final class ExpiryScene {
    private static final long CREDIT = 400;
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final Duration HELD_FOR = Duration.ofHours(3);
    private static final Duration PASSING = Duration.ofHours(2);

    private final Cast cast;
    private final Narrator narrator;

    ExpiryScene(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    void play(Member member) {
        narrator.scene("A credit that expires while it is held");
        var before = available(member);
        grant(member);
        narrator.expect(
                available(member) == before + CREDIT,
                "%s is given a credit of %s, good for an hour",
                member.name(),
                DoorScene.text(CREDIT));
        var hold = hold(member);
        cast.time().forward(PASSING);
        narrator.say("Two hours pass.");
        member.till().post("/v1/holds/" + hold + "/void").orFail();
        narrator.expect(
                available(member) == before,
                "the deposit is let go of: the cash is back, and the credit has expired: %s",
                DoorScene.text(available(member)));
    }

    private void grant(Member member) {
        var body = Json.object().put("wallet", member.wallet());
        body.put("expiresAt", cast.time().now().plus(GOOD_FOR).toString());
        body.set("amount", DoorScene.money(CREDIT));
        body.set("funder", Json.object().put("kind", "ledger"));
        member.till().post("/v1/credits", body).orFail();
    }

    private String hold(Member member) {
        var body = Json.object().put("wallet", member.wallet()).put("merchant", cast.potter());
        body.put("expiresInSeconds", HELD_FOR.toSeconds()).set("amount", DoorScene.money(2 * CREDIT));
        return Json.text(member.till().post("/v1/holds", body).orFail(), "id");
    }

    private static long available(Member member) {
        JsonNode wallet = member.till().get("/v1/wallets/" + member.wallet()).orFail();
        return wallet.path("balances").path(0).path("available").asLong();
    }
}
