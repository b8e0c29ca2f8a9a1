package io.microwallet.api.demo;

import io.microwallet.api.cli.output.Amounts;
import io.microwallet.api.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** At the door: members get a wallet and top it up with their cards, some of which have their moods. */
final class DoorScene {
    static final String CURRENCY = "EUR";
    private static final List<String> NAMES = List.of(
            "Ada", "Ben", "Cleo", "Dev", "Elif", "Finn", "Gia", "Hugo", "Ines", "Jun", "Kofi", "Lena", "Mats", "Nora",
            "Omar", "Pia", "Quinn", "Rosa", "Sami", "Tess");
    private static final int DECLINED_FUNDS = 4;
    private static final int DECLINED_LOST = 11;
    private static final int LATE = 6;
    private static final int TWICE = 8;
    private static final int SILENT = 15;

    private final Cast cast;
    private final Narrator narrator;

    DoorScene(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    /** @return the members whose top-ups succeeded */
    List<Member> play() {
        narrator.scene("At the door: 20 wallets, 20 top-ups");
        var members = IntStream.range(0, NAMES.size()).mapToObj(this::open).toList();
        narrator.say(
                "%d wallets opened. Each is known to this till by a token such as %s.",
                members.size(), members.getFirst().wallet());
        var topUps = members.stream().map(this::request).toList();
        var funded = new ArrayList<Member>();
        for (var i = 0; i < members.size(); i++) {
            if (settled(members.get(i), topUps.get(i))) {
                funded.add(members.get(i));
            }
        }
        narrator.expect(
                funded.size() == NAMES.size() - 2,
                "%d top-ups succeeded, %d cards were declined",
                funded.size(),
                NAMES.size() - funded.size());
        return funded;
    }

    private Member open(int index) {
        var body = Json.object().put("reference", "member-" + (index + 1));
        var wallet = Json.text(cast.door().post("/v1/wallets", body).orFail(), "id");
        return new Member(NAMES.get(index), cast.door(), wallet, card(index), 4_000 + 250L * (index % 5));
    }

    private static String card(int index) {
        return switch (index) {
            case DECLINED_FUNDS -> "tok_declined_insufficient_funds";
            case DECLINED_LOST -> "tok_declined_lost_card";
            case LATE -> "tok_late";
            case TWICE -> "tok_twice";
            case SILENT -> "tok_silent";
            default -> "tok_visa";
        };
    }

    private String request(Member member) {
        var body = Json.object().put("wallet", member.wallet()).put("card", member.card());
        body.put("popUp", cast.popUp()).set("amount", money(member.topUp()));
        var answer = cast.door().post("/v1/top-ups", body).orFail();
        return Json.text(answer, "id");
    }

    private boolean settled(Member member, String topUp) {
        var outcome = cast.door().get("/v1/top-ups/" + topUp + "?wait=30").orFail();
        var status = Json.text(outcome, "status");
        var succeeded = status.equals("succeeded");
        var declined = member.card().startsWith("tok_declined");
        narrator.expect(
                succeeded != declined && (succeeded || status.equals("failed")),
                "%-5s tops up %s with %s: %s%s",
                member.name(),
                text(member.topUp()),
                member.card(),
                status,
                succeeded ? mood(member.card()) : ", " + Json.text(outcome, "declineCode"));
        return succeeded;
    }

    private static String mood(String card) {
        return switch (card) {
            case "tok_late" -> " (the processor took its time)";
            case "tok_twice" -> " (told twice, booked once)";
            case "tok_silent" -> " (it never answered: found by looking it up)";
            default -> "";
        };
    }

    static ObjectNode money(long minorUnits) {
        return Json.object().put("amount", minorUnits).put("currency", CURRENCY);
    }

    static String text(long minorUnits) {
        return Amounts.format(minorUnits, CURRENCY) + ' ' + CURRENCY;
    }

    static String text(JsonNode money) {
        return Amounts.format(money);
    }
}
