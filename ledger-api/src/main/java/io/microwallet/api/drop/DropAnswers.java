package io.microwallet.api.drop;

import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.core.drop.DropEvent;
import io.microwallet.core.drop.DropEvent.DropClosed;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropEvent.DropOpened;
import io.microwallet.core.drop.DropEvent.DropRescheduled;
import io.microwallet.core.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answers to writes about drops, every version of them. */
final class DropAnswers {
    private DropAnswers() {}

    @Schema(name = "DropCreated")
    record Created(
            String id,
            String merchant,
            @Nullable String popUp,
            int stock,
            MoneyJson price,
            @Nullable MoneyJson memberPrice,
            String earlyAccess,
            int capAWallet,
            int holdSeconds,
            String opensAt,
            String closesAt,
            String createdAt) {}

    @Schema(name = "DropChanged")
    record Changed(
            String id, @Nullable String opensAt, @Nullable String closesAt, String at) {}

    static Answer created(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 ->
                Answer.created(created(Decideds.event(decided, DropCreated.class), Times.text(Decideds.at(decided))));
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    private static Created created(DropCreated event, String at) {
        var offer = event.offer();
        var popUp = event.popUp();
        var memberPrice = offer.memberPrice();
        return new Created(
                event.drop().text(),
                event.merchant().text(),
                popUp == null ? null : popUp.text(),
                offer.stock(),
                MoneyJson.of(offer.price()),
                memberPrice == null ? null : MoneyJson.of(memberPrice),
                JsonNames.of(offer.earlyAccess()),
                offer.unitsAWallet(),
                offer.holdSeconds(),
                Times.text(event.opens()),
                Times.text(event.closes()),
                at);
    }

    static Answer changed(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> Answer.ok(changed(Decideds.event(decided, DropEvent.class), Times.text(Decideds.at(decided))));
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    private static Changed changed(DropEvent event, String at) {
        var id = event.drop().text();
        return switch (event) {
            case DropCreated e -> new Changed(id, Times.text(e.opens()), Times.text(e.closes()), at);
            case DropRescheduled e -> new Changed(id, Times.text(e.opens()), Times.text(e.closes()), at);
            case DropOpened _ -> new Changed(id, at, null, at);
            case DropClosed _ -> new Changed(id, null, at, at);
        };
    }
}
