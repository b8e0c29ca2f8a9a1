package io.microwallet.api.popup;

import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.core.popup.PopUpEvent;
import io.microwallet.core.popup.PopUpEvent.PopUpClosed;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.popup.PopUpEvent.PopUpOpened;
import io.microwallet.core.popup.PopUpEvent.PopUpRescheduled;
import io.microwallet.core.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answers to writes about pop-ups, every version of them. */
final class PopUpAnswers {
    private PopUpAnswers() {}

    @Schema(name = "PopUpCreated")
    record Created(String id, String opensAt, String closesAt, String timeZone, String createdAt) {}

    @Schema(name = "PopUpChanged")
    record Changed(
            String id, @Nullable String opensAt, @Nullable String closesAt, String at) {}

    static Answer created(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, PopUpCreated.class);
                yield Answer.created(new Created(
                        event.popUp().text(),
                        Times.text(event.opens()),
                        Times.text(event.closes()),
                        event.zone().getId(),
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    static Answer changed(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> Answer.ok(changed(Decideds.event(decided, PopUpEvent.class), Times.text(Decideds.at(decided))));
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    private static Changed changed(PopUpEvent event, String at) {
        var id = event.popUp().text();
        return switch (event) {
            case PopUpCreated e -> new Changed(id, Times.text(e.opens()), Times.text(e.closes()), at);
            case PopUpRescheduled e -> new Changed(id, Times.text(e.opens()), Times.text(e.closes()), at);
            case PopUpOpened _ -> new Changed(id, at, null, at);
            case PopUpClosed _ -> new Changed(id, null, at, at);
        };
    }
}
