package io.microwallet.api.popup;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.popup.PopUp;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pop-ups as clients of the same ledger see them. */
@Component
final class PopUpViews {
    private final Books books;
    private final SealedTexts texts;
    private final LedgerTimes times;

    PopUpViews(Books books, SealedTexts texts, LedgerTimes times) {
        this.books = books;
        this.texts = texts;
        this.times = times;
    }

    @Schema(name = "PopUp")
    record View(
            String id,
            @Nullable String name,

            @Schema(
                    allowableValues = {"scheduled", "open", "closed"},
                    description = "What it is now")
            String state,

            String opensAt,
            String closesAt,
            String timeZone,
            @Nullable String reference,
            String createdAt) {}

    /** A 404 for one of another ledger. */
    View of(Caller caller, PopUpId id) {
        return switch (books.read(id).within(caller.ledger())) {
            case PopUp.Unborn _ -> throw Absences.exception(Absence.POP_UP_NOT_FOUND);
            case PopUp.Announced popUp ->
                new View(
                        popUp.id().text(),
                        texts.openOrNull(popUp.ledger().value(), popUp.name()),
                        state(popUp.at(times.now(caller.ledger()))),
                        Times.text(popUp.opens()),
                        Times.text(popUp.closes()),
                        popUp.zone().getId(),
                        texts.openOrNull(popUp.ledger().value(), popUp.reference()),
                        Times.text(popUp.createdAt()));
        };
    }

    private static String state(PopUp.Phase phase) {
        return switch (phase) {
            case PopUp.Phase.Scheduled _ -> "scheduled";
            case PopUp.Phase.Open _ -> "open";
            case PopUp.Phase.Closed _ -> "closed";
        };
    }
}
