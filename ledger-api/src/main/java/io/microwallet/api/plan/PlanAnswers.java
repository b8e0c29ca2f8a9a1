package io.microwallet.api.plan;

import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.membership.MembershipEvent.PlanRetired;
import io.microwallet.core.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;

/** The answers to writes about plans, every version of them. */
final class PlanAnswers {
    private PlanAnswers() {}

    @Schema(name = "PlanChanged")
    record Changed(
            String id,

            @Schema(allowableValues = {"offered", "retired"})
            String status,

            String at) {}

    static Answer created(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, PlanCreated.class);
                yield Answer.created(new Changed(event.plan().text(), "offered", Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    static Answer retired(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, PlanRetired.class);
                yield Answer.ok(new Changed(event.plan().text(), "retired", Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }
}
