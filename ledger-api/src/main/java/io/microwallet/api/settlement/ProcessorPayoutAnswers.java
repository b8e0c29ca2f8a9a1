package io.microwallet.api.settlement;

import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.settlement.ProcessorPayoutId;
import io.microwallet.core.settlement.Settlement;
import io.microwallet.core.settlement.SettlementEvent;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPaidOut;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPayoutContradicted;
import io.swagger.v3.oas.annotations.media.Schema;

/** The answers to reports of processors' payouts, every version of them. */
final class ProcessorPayoutAnswers {
    private ProcessorPayoutAnswers() {}

    /** What is booked, whatever was told now. */
    @Schema(name = "ProcessorPayoutReported")
    record Reported(
            String id,
            MoneyJson amount,
            MoneyJson fee,

            @Schema(allowableValues = {"booked", "contradicted"})
            String status,

            String at) {}

    static Answer reported(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> version1(decided);
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    private static Answer version1(Outcome.Decided decided) {
        var at = Times.text(Decideds.at(decided));
        return switch (Decideds.event(decided, SettlementEvent.class)) {
            case ProcessorPaidOut e -> Answer.created(answer(e.payout(), e.settlement(), "booked", at));
            case ProcessorPayoutContradicted e -> Answer.ok(answer(e.payout(), e.booked(), "contradicted", at));
        };
    }

    private static Reported answer(ProcessorPayoutId id, Settlement booked, String status, String at) {
        return new Reported(id.text(), MoneyJson.of(booked.amount()), MoneyJson.of(booked.fee()), status, at);
    }

    /** For a fact that was booked before, as it stands now. */
    static Answer known(ProcessorPayoutViews.View payout) {
        return Answer.ok(new Reported(payout.id(), payout.amount(), payout.fee(), payout.status(), payout.at()));
    }
}
