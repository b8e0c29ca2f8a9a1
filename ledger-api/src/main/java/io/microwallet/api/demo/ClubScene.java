package io.microwallet.api.demo;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** A third of the members join a club: they pay from their cash, get a credit, and may buy earlier. */
final class ClubScene {
    private static final long PRICE = 500;
    private static final long CREDIT = 300;
    private static final int EARLY_ACCESS_MINUTES = 60;

    private final Cast cast;
    private final Narrator narrator;

    ClubScene(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    /** @return who joined */
    List<Member> play(List<Member> members) throws InterruptedException {
        narrator.scene("The club: early access for %d minutes and a credit a month".formatted(EARLY_ACCESS_MINUTES));
        var plan = plan();
        var joining = IntStream.range(0, members.size())
                .filter(number -> number % 3 == 0)
                .mapToObj(members::get)
                .toList();
        List<Callable<Answer>> orders = new ArrayList<>();
        joining.forEach(member -> orders.add(() -> join(member, plan)));
        var joined = Crowd.together(orders).stream().filter(Answer::good).count();
        narrator.expect(
                joined == joining.size(),
                "%d of %d members join for %s a month and get a credit of %s each",
                joined,
                members.size(),
                DoorScene.text(PRICE),
                DoorScene.text(CREDIT));
        return joining;
    }

    private String plan() {
        var body = Json.object().put("name", "Night Owls").put("periodDays", 30).put("creditLifetimeDays", 14);
        body.put("earlyAccessMinutes", EARLY_ACCESS_MINUTES).put("memberPrice", "yes");
        body.set("price", DoorScene.money(PRICE));
        body.set("credit", DoorScene.money(CREDIT));
        return Json.text(cast.admin().post("/v1/membership-plans", body).orFail(), "id");
    }

    private Answer join(Member member, String plan) {
        return member.till()
                .post("/v1/memberships", Json.object().put("plan", plan).put("wallet", member.wallet()));
    }
}
