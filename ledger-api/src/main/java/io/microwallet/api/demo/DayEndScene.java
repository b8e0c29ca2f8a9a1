package io.microwallet.api.demo;

import io.microwallet.api.cli.output.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The end of the day: what was held is captured, some things come back, and what is left goes home. */
final class DayEndScene {
    private static final int RETURNS = 5;
    private static final long A_PART = 250;
    private static final long FEE = 1_500;

    private final Cast cast;
    private final Narrator narrator;

    DayEndScene(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    void play(List<DropsScene.Hold> prints, List<Member> members) {
        narrator.scene("The end of the day: shipping, returns, and what is left goes home");
        captureAll(prints);
        returns(prints);
        chargeback(prints.getLast().member());
        payOut(cast.collab(), "Creator Collab");
        sendHome(members);
        processorPaysOut();
    }

    /** Each till captures all of its holds in one call. */
    private void captureAll(List<DropsScene.Hold> prints) {
        Map<Player, List<DropsScene.Hold>> tills = prints.stream()
                .collect(Collectors.groupingBy(hold -> hold.member().till()));
        var captured = 0;
        for (var till : tills.entrySet()) {
            var body = Json.array();
            till.getValue().forEach(hold -> body.add(hold.inFull()));
            var results = till.getKey().post("/v1/holds/capture", body).orFail().path("items");
            for (var result : results) {
                captured += result.path("status").asInt() < 300 ? 1 : 0;
            }
        }
        narrator.expect(
                captured == prints.size(),
                "%d prints are shipped and captured, in %d calls for %d tills",
                captured,
                tills.size(),
                tills.size());
    }

    private void returns(List<DropsScene.Hold> prints) {
        prints.stream().limit(RETURNS).forEach(hold -> refund(hold, refundOf(hold), ""));
        var torn = prints.get(RETURNS);
        refund(torn, refundOf(torn).set("amount", DoorScene.money(A_PART)), ", a little torn");
        var hold = prints.getFirst();
        var again = hold.member().till().post("/v1/refunds", refundOf(hold));
        narrator.expect(!again.good(), "nothing is refunded twice: %d %s", again.status(), DemoReport.code(again));
    }

    private void refund(DropsScene.Hold hold, JsonNode body, String why) {
        var answer = hold.member().till().post("/v1/refunds", body);
        narrator.expect(
                answer.good(),
                "%-10s brings a print back%s: %s is in the wallet at once",
                hold.member().name(),
                why,
                answer.json().map(json -> DoorScene.text(json.path("amount"))).orElse("nothing"));
    }

    /** All captures of a hold are one purchase, with the digits of the hold. */
    private static ObjectNode refundOf(DropsScene.Hold hold) {
        return Json.object()
                .put("purchase", hold.id().replaceFirst("^ho_", "pu_"))
                .put("to", "wallet");
    }

    private void chargeback(Member member) {
        var topUp = member.till()
                .get("/v1/top-ups?wallet=" + member.wallet())
                .orFail()
                .path("items")
                .path(0);
        var body = Json.object().put("processor", "simulator").put("dispute", "dp_demo");
        body.put("topUp", Json.text(topUp, "id")).set("amount", topUp.path("amount"));
        body.set("fee", DoorScene.money(FEE));
        var answer = cast.finance().post("/v1/chargebacks", body);
        narrator.expect(
                answer.good(),
                "%s's bank takes a top-up of %s back, and a fee of %s with it",
                member.name(),
                DoorScene.text(topUp.path("amount")),
                DoorScene.text(FEE));
        var wallet = member.till().get("/v1/wallets/" + member.wallet()).orFail();
        narrator.expect(
                Json.text(wallet, "status").equals("frozen"),
                "part of that was spent: the rest is owed, and the wallet is %s",
                Json.text(wallet, "status"));
    }

    private void payOut(String merchant, String name) {
        var payout = cast.finance()
                .post("/v1/payouts", Json.object().put("merchant", merchant).put("currency", DoorScene.CURRENCY));
        narrator.expect(
                payout.good(),
                "%s is paid out what it is owed: %s",
                name,
                payout.json().map(json -> DoorScene.text(json.path("amount"))).orElse(DemoReport.code(payout)));
        payout.json()
                .ifPresent(json -> cast.finance()
                        .post("/v1/payouts/" + Json.text(json, "id") + "/settle")
                        .orFail());
    }

    /** What members did not spend goes back to the cards that it came from: one call for the whole pop-up. */
    private void sendHome(List<Member> members) {
        var order = cast.finance()
                .post("/v1/pop-ups/" + cast.popUp() + "/return-unspent")
                .orFail();
        narrator.say("Finance sends home what is left of the pop-up, in one call: %s", Json.text(order, "id"));
        var job = followed("/v1/jobs/" + Json.text(order, "id"));
        Map<String, Integer> refused = new TreeMap<>();
        job.path("refusals")
                .forEach(line ->
                        refused.put(Json.text(line, "code"), line.path("count").asInt()));
        narrator.expect(
                job.path("wallets").path("done").asInt() >= members.size()
                        && job.path("wallets").path("returned").asInt() > 0
                        && refused.getOrDefault("WALLET_FROZEN", 0) == 1,
                "what %d of %d members did not spend, %s, is on its way back to their cards; passed over: %s",
                job.path("wallets").path("returned").asInt(),
                job.path("wallets").path("total").asInt(),
                DoorScene.text(job.path("amounts").path(0)),
                refused);
        var last =
                cast.finance().get("/v1/refunds?limit=1").orFail().path("items").path(0);
        var settled = cast.finance()
                .get("/v1/refunds/" + Json.text(last, "id") + "?wait=30")
                .orFail();
        narrator.expect(
                Json.text(settled, "status").equals("settled"),
                "the last of them has arrived: %s",
                Json.text(settled, "status"));
    }

    /** All that it took and did not give back, less what it keeps. */
    private void processorPaysOut() {
        var held = cast.finance()
                .get("/v1/trial-balance")
                .orFail()
                .path("accounts")
                .valueStream()
                .filter(line -> Json.text(line, "account").equals("Assets:Processor:simulator:Clearing"))
                .mapToLong(line -> line.path("balance").asLong())
                .sum();
        var body = Json.object().put("processor", "simulator").put("reference", "payout_demo");
        body.set("amount", DoorScene.money(held - FEE));
        body.set("fee", DoorScene.money(FEE));
        var answer = cast.finance().post("/v1/processor-payouts", body);
        narrator.expect(
                answer.good(),
                "the processor pays the rest to our bank account: %s, after a fee of %s",
                DoorScene.text(held - FEE),
                DoorScene.text(FEE));
    }

    /** The job once it is done; until then it is told how far it is. */
    private JsonNode followed(String job) {
        var seen = cast.finance().get(job).orFail();
        while (Json.text(seen, "status").equals("running")) {
            var wallets = seen.path("wallets");
            narrator.say(
                    wallets.isMissingNode() ? "… their wallets are being counted" : "… %d of %d wallets asked so far",
                    wallets.path("done").asInt(0),
                    wallets.path("total").asInt(0));
            seen = cast.finance().get(job + "?wait=1").orFail();
        }
        return seen;
    }
}
