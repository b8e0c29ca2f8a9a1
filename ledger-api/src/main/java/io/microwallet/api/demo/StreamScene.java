package io.microwallet.api.demo;

import io.microwallet.api.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** The live stream's members: they open their wallets at home and top them up all at once. */
final class StreamScene {
    private static final int MEMBERS = 180;

    private static final String CARD = "tok_visa";

    private final Cast cast;
    private final Narrator narrator;

    StreamScene(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    /** @return everybody whose money has come */
    List<Member> play() throws InterruptedException {
        narrator.scene("On the live stream: %d more members".formatted(MEMBERS));
        List<Callable<Member>> arrivals = new ArrayList<>();
        IntStream.range(0, MEMBERS).forEach(number -> arrivals.add(() -> arrive(number)));
        var members = Crowd.together(arrivals);
        narrator.expect(
                members.size() == MEMBERS,
                "%d wallets opened and topped up, %s in all",
                members.size(),
                DoorScene.text(members.stream().mapToLong(Member::topUp).sum()));
        return members;
    }

    private Member arrive(int number) {
        var wallet = Json.text(
                cast.stream()
                        .post("/v1/wallets", Json.object().put("reference", "viewer-" + (number + 1)))
                        .orFail(),
                "id");
        var member = new Member("Viewer " + (number + 1), cast.stream(), wallet, CARD, 4_000 + 100L * (number % 10));
        var body =
                Json.object().put("wallet", wallet).put("card", member.card()).put("popUp", cast.popUp());
        body.set("amount", DoorScene.money(member.topUp()));
        var topUp = Json.text(cast.stream().post("/v1/top-ups", body).orFail(), "id");
        var outcome = cast.stream().get("/v1/top-ups/" + topUp + "?wait=30").orFail();
        if (!Json.text(outcome, "status").equals("succeeded")) {
            throw new IllegalStateException(member.name() + " has no money: " + outcome);
        }
        return member;
    }
}
