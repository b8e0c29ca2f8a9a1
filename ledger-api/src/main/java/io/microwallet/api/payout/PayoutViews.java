package io.microwallet.api.payout;

import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.payout.Payout;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.payout.PayoutId;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Payouts as finance sees them. */
@Component
final class PayoutViews {
    private final Books books;
    private final SealedTexts texts;

    PayoutViews(Books books, SealedTexts texts) {
        this.books = books;
        this.texts = texts;
    }

    @Schema(name = "Payout")
    record View(
            String id,
            String merchant,
            MoneyJson amount,

            @Schema(
                    allowableValues = {"requested", "settled", "failed", "returned"},
                    description = "returned: it had settled, and the bank sent it back")
            String status,

            @Nullable String reference,
            String at,

            @Schema(description = "When the bank's last word on it was booked") @Nullable
            String decidedAt) {}

    /** A 404 for one of another ledger. */
    View of(LedgerId ledger, PayoutId id) {
        return switch (books.read(id).within(ledger)) {
            case Payout.Unborn _ -> throw Absences.exception(Absence.PAYOUT_NOT_FOUND);
            case Payout.Requested it -> view(it.request(), it.requestedAt(), "requested", null);
            case Payout.Settled it -> view(it.request(), it.requestedAt(), "settled", it.at());
            case Payout.Failed it -> view(it.request(), it.requestedAt(), "failed", it.at());
            case Payout.Returned it -> view(it.request(), it.requestedAt(), "returned", it.at());
            case Payout.SettledAfterAll it -> view(it.request(), it.requestedAt(), "settled", it.at());
        };
    }

    private View view(PayoutRequested request, Instant at, String status, @Nullable Instant decidedAt) {
        return new View(
                request.payout().text(),
                request.merchant().text(),
                MoneyJson.of(request.amount()),
                status,
                texts.openOrNull(request.ledger().value(), request.reference()),
                Times.text(at),
                Times.optional(decidedAt));
    }
}
