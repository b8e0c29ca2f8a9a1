package io.microwallet.api.demo;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two drops, and everybody presses "buy" at once: one of 20 vases that the club sees first, one of 200 prints. */
final class DropsScene {
    static final int VASES = 20;
    static final int PRINTS = 200;
    private static final int ATTEMPTS_AT_A_VASE = 2;
    private static final int ATTEMPTS_IN_ALL = 2_000;
    private static final int SHOPPED_BEFORE_THE_LAPSE = 12;
    private static final Duration HOLD_OF_A_VASE = Duration.ofMinutes(10);
    private static final Duration HOLD_OF_A_PRINT = Duration.ofDays(1);
    private static final Duration EVENING = Duration.ofHours(6);
    private static final long SEED = 20_261_123;

    private final Cast cast;
    private final Narrator narrator;

    DropsScene(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    /** One press of the button: who, on what, under which key, and what came of it. */
    private record Attempt(Member member, String drop, String key, Answer answer) {}

    /** @return the holds on prints, to be captured at the end of the day */
    List<Hold> play(List<Member> members, List<Member> club) throws InterruptedException {
        narrator.scene("Two drops, %,d attempts to buy".formatted(ATTEMPTS_IN_ALL));
        var vases = vases();
        var prints = prints();
        narrator.say("The vases open in 30 minutes, for the club now; the prints are open for all, two a wallet.");
        var attempts = everybodyAtOnce(members, vases, prints);
        tally("Vases", vases, VASES, attempts);
        tally("Prints", prints, PRINTS, attempts);
        onlyTheClub(vases, attempts, club);
        handOn(vases, attempts, club);
        return held(prints, attempts);
    }

    private String vases() {
        var body = Json.object().put("name", "A vase of twenty").put("merchant", cast.potter());
        body.put("stock", VASES).put("capAWallet", 1).put("earlyAccess", "members");
        body.set("price", DoorScene.money(1_500));
        body.set("memberPrice", DoorScene.money(1_200));
        return announce(body, HOLD_OF_A_VASE, Duration.ofMinutes(30));
    }

    private String prints() {
        var body = Json.object().put("name", "A print of two hundred").put("merchant", cast.collab());
        body.put("stock", PRINTS).put("capAWallet", 2);
        body.set("price", DoorScene.money(600));
        return announce(body, HOLD_OF_A_PRINT, Duration.ZERO);
    }

    private String announce(ObjectNode drop, Duration hold, Duration opensIn) {
        var now = cast.time().now();
        drop.put("popUp", cast.popUp()).put("holdSeconds", hold.toSeconds());
        drop.put("opensAt", now.plus(opensIn).toString());
        drop.put("closesAt", now.plus(EVENING).toString());
        return Json.text(cast.admin().post("/v1/drops", drop).orFail(), "id");
    }

    private List<Attempt> everybodyAtOnce(List<Member> members, String vases, String prints)
            throws InterruptedException {
        List<Callable<Attempt>> presses = new ArrayList<>();
        var everyone = members.size();
        IntStream.range(0, ATTEMPTS_IN_ALL).forEach(number -> {
            var drop = number < everyone * ATTEMPTS_AT_A_VASE ? vases : prints;
            presses.add(() -> press(members.get(number % everyone), drop));
        });
        Collections.shuffle(presses, new Random(SEED));
        var began = System.nanoTime();
        var attempts = Crowd.together(presses);
        var millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        narrator.say("%,d attempts by %d members took %,d ms.", attempts.size(), everyone, millis);
        return attempts;
    }

    private Attempt press(Member member, String drop) {
        var key = member.till().freshKey();
        return new Attempt(member, drop, key, member.till().post("/v1/holds", hold(member, drop), key));
    }

    private static JsonNode hold(Member member, String drop) {
        return Json.object().put("wallet", member.wallet()).put("drop", drop);
    }

    private void tally(String name, String drop, int stock, List<Attempt> attempts) {
        Map<String, Integer> outcomes = new TreeMap<>();
        attempts.stream()
                .filter(attempt -> attempt.drop().equals(drop))
                .forEach(attempt -> outcomes.merge(
                        attempt.answer().good() ? "held" : DemoReport.code(attempt.answer()), 1, Integer::sum));
        var now = cast.admin().get("/v1/drops/" + drop).orFail();
        narrator.expect(
                outcomes.getOrDefault("held", 0) == stock
                        && now.path("held").asInt() == stock
                        && now.path("free").asInt() == 0,
                "%s: exactly %d of %d are held; everybody is told how it went: %s",
                name,
                now.path("held").asInt(),
                stock,
                outcomes);
    }

    private void onlyTheClub(String vases, List<Attempt> attempts, List<Member> club) {
        var outsiders = attempts.stream()
                .filter(attempt ->
                        attempt.drop().equals(vases) && attempt.answer().good())
                .filter(attempt -> !club.contains(attempt.member()))
                .count();
        narrator.expect(outsiders == 0, "only members of the club hold a vase before it opens");
    }

    /** Some who hold a vase pay for it, the others let it lapse; who missed it gets it now. */
    private void handOn(String vases, List<Attempt> attempts, List<Member> club) throws InterruptedException {
        var holders = attempts.stream()
                .filter(attempt ->
                        attempt.drop().equals(vases) && attempt.answer().good())
                .toList();
        holders.stream().limit(SHOPPED_BEFORE_THE_LAPSE).forEach(this::pay);
        cast.time().forward(HOLD_OF_A_VASE.plusMinutes(1));
        var missed = club.stream()
                .filter(member ->
                        holders.stream().noneMatch(holder -> holder.member().equals(member)))
                .toList();
        List<Callable<Attempt>> presses = new ArrayList<>();
        missed.forEach(member -> presses.add(() -> press(member, vases)));
        var won = Crowd.together(presses).stream()
                .filter(attempt -> attempt.answer().good())
                .count();
        narrator.expect(
                won == VASES - SHOPPED_BEFORE_THE_LAPSE,
                "%d pay for their vase; 11 minutes later the other %d have lapsed, and are handed on at once",
                SHOPPED_BEFORE_THE_LAPSE,
                won);
        var late = holders.getLast();
        var refused = late.member().till().post("/v1/holds/" + id(late) + "/capture", Json.object());
        narrator.expect(
                !refused.good(),
                "%s comes too late to pay: %d %s",
                late.member().name(),
                refused.status(),
                DemoReport.code(refused));
        sameKeySameAnswer(vases, attempts);
    }

    private void sameKeySameAnswer(String vases, List<Attempt> attempts) {
        var loser = attempts.stream()
                .filter(attempt -> attempt.drop().equals(vases))
                .filter(attempt -> DemoReport.code(attempt.answer()).equals("DROP_SOLD_OUT"))
                .findFirst()
                .orElseThrow();
        var again = loser.member().till().post("/v1/holds", hold(loser.member(), vases), loser.key());
        narrator.expect(
                again.replayed() && DemoReport.code(again).equals("DROP_SOLD_OUT"),
                "a loser's old key still says DROP_SOLD_OUT, whatever came free since");
    }

    private void pay(Attempt holder) {
        holder.member()
                .till()
                .post("/v1/holds/" + id(holder) + "/capture", Json.object())
                .orFail();
    }

    private static String id(Attempt attempt) {
        return Json.text(attempt.answer().orFail(), "id");
    }

    private static List<Hold> held(String drop, List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt ->
                        attempt.drop().equals(drop) && attempt.answer().good())
                .map(attempt -> new Hold(id(attempt), attempt.member()))
                .toList();
    }

    /** One print, held for a member. */
    record Hold(String id, Member member) {
        ObjectNode inFull() {
            return Json.object().put("hold", id);
        }
    }
}
