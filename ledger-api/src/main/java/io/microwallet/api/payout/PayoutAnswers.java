package io.microwallet.api.payout;

import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.core.payout.PayoutEvent;
import io.microwallet.core.payout.PayoutEvent.PayoutFailed;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.payout.PayoutEvent.PayoutSettled;
import io.microwallet.core.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;

/** The answers to writes about payouts, every version of them. */
final class PayoutAnswers {
    private PayoutAnswers() {}

    @Schema(name = "PayoutChanged")
    record Changed(
            String id,
            String merchant,
            MoneyJson amount,

            @Schema(allowableValues = {"requested", "settled", "failed", "returned"})
            String status,

            String at) {}

    static Answer requested(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> Answer.created(changed(decided));
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    static Answer reported(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> Answer.ok(changed(decided));
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    /** For a fact that was booked before, as it stands now. */
    static Answer known(PayoutViews.View payout) {
        var at = payout.decidedAt() == null ? payout.at() : payout.decidedAt();
        return Answer.ok(new Changed(payout.id(), payout.merchant(), payout.amount(), payout.status(), at));
    }

    private static Changed changed(Outcome.Decided decided) {
        var event = Decideds.event(decided, PayoutEvent.class);
        return new Changed(
                event.payout().text(),
                event.merchant().text(),
                MoneyJson.of(event.amount()),
                status(event),
                Times.text(Decideds.at(decided)));
    }

    private static String status(PayoutEvent event) {
        return switch (event) {
            case PayoutRequested _ -> "requested";
            case PayoutSettled _ -> "settled";
            case PayoutFailed _ -> "failed";
        };
    }
}
