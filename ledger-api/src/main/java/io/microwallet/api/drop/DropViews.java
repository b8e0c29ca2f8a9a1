package io.microwallet.api.drop;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.drop.Drop;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Phase;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drops as clients of the same ledger see them: as they are now, lapsed holds counted as free. */
@Component
final class DropViews {
    private final Books books;
    private final SealedTexts texts;
    private final LedgerTimes times;

    DropViews(Books books, SealedTexts texts, LedgerTimes times) {
        this.books = books;
        this.texts = texts;
        this.times = times;
    }

    @Schema(name = "Drop")
    record View(
            String id,
            String merchant,
            @Nullable String popUp,
            @Nullable String name,

            @Schema(
                    allowableValues = {"scheduled", "live", "sold-out", "closed"},
                    description = "What it is now")
            String state,

            @Schema(description = "Always sold, held and free together")
            int stock,

            int sold,
            int held,
            int free,
            MoneyJson price,
            @Nullable MoneyJson memberPrice,
            String earlyAccess,
            int capAWallet,
            int holdSeconds,
            String opensAt,
            String closesAt,
            @Nullable String reference,
            String createdAt) {}

    /** A 404 for one of another ledger. */
    View of(Caller caller, DropId id) {
        return switch (books.read(id).within(caller.ledger())) {
            case Drop.Unborn _ -> throw Absences.exception(Absence.DROP_NOT_FOUND);
            case Drop.Announced drop -> view(drop, drop.at(times.now(caller.ledger())));
        };
    }

    private View view(Drop.Announced drop, Phase phase) {
        var terms = drop.terms();
        var offer = terms.offer();
        var popUp = terms.popUp();
        var memberPrice = offer.memberPrice();
        var units = phase.units();
        return new View(
                drop.id().text(),
                terms.merchant().text(),
                popUp == null ? null : popUp.text(),
                texts.openOrNull(terms.ledger().value(), terms.name()),
                state(phase),
                units.stock(),
                units.sold(),
                units.held(),
                units.free(),
                MoneyJson.of(offer.price()),
                memberPrice == null ? null : MoneyJson.of(memberPrice),
                JsonNames.of(offer.earlyAccess()),
                offer.unitsAWallet(),
                offer.holdSeconds(),
                Times.text(drop.opens()),
                Times.text(drop.closes()),
                texts.openOrNull(terms.ledger().value(), terms.reference()),
                Times.text(drop.createdAt()));
    }

    private static String state(Phase phase) {
        return switch (phase) {
            case Phase.Scheduled _ -> "scheduled";
            case Phase.Live _ -> "live";
            case Phase.SoldOut _ -> "sold-out";
            case Phase.Closed _ -> "closed";
        };
    }
}
