package io.microwallet.api.settlement;

import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.settlement.ProcessorPayout;
import io.microwallet.core.settlement.ProcessorPayoutId;
import io.microwallet.core.settlement.Settlement;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Processors' payouts as finance sees them. */
@Component
final class ProcessorPayoutViews {
    private final Books books;

    ProcessorPayoutViews(Books books) {
        this.books = books;
    }

    @Schema(name = "ProcessorPayout")
    record View(
            String id,
            String processor,
            String reference,

            @Schema(description = "What reached the bank account")
            MoneyJson amount,

            @Schema(description = "What the processor kept before")
            MoneyJson fee,

            @Schema(
                    allowableValues = {"booked", "contradicted"},
                    description = "contradicted: it was told again with other amounts, which are not booked")
            String status,

            @Schema(description = "What was told last, where that is not what is booked") @Nullable
            Told told,

            @Nullable String effectiveAt,
            String at) {}

    @Schema(name = "ProcessorPayoutTold")
    record Told(MoneyJson amount, MoneyJson fee) {
        private static Told of(Settlement settlement) {
            return new Told(MoneyJson.of(settlement.amount()), MoneyJson.of(settlement.fee()));
        }
    }

    /** A 404 for one of another ledger. */
    View of(LedgerId ledger, ProcessorPayoutId id) {
        return switch (books.read(id)) {
            case ProcessorPayout.Booked it when isOf(ledger, it) -> view(it, "booked", null);
            case ProcessorPayout.Contradicted it when isOf(ledger, it) -> view(it, "contradicted", Told.of(it.told()));
            case ProcessorPayout.Known _, ProcessorPayout.Unborn _ ->
                throw Absences.exception(Absence.PROCESSOR_PAYOUT_NOT_FOUND);
        };
    }

    private static boolean isOf(LedgerId ledger, ProcessorPayout.Known payout) {
        return payout.paidOut().ledger().equals(ledger);
    }

    private static View view(ProcessorPayout.Known payout, String status, @Nullable Told told) {
        var event = payout.paidOut();
        var settlement = event.settlement();
        return new View(
                event.payout().text(),
                settlement.processor().value(),
                settlement.reference().value(),
                MoneyJson.of(settlement.amount()),
                MoneyJson.of(settlement.fee()),
                status,
                told,
                Times.optional(event.effective()),
                Times.text(payout.at()));
    }
}
