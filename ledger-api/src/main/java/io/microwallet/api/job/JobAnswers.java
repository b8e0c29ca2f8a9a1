package io.microwallet.api.job;

import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;

/** The answers to orders of jobs, every version of them. */
final class JobAnswers {
    private JobAnswers() {}

    @Schema(name = "JobOrdered")
    record Ordered(
            String id,
            String popUp,
            @Schema(allowableValues = "running") String status,
            String at) {}

    static Answer ordered(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, UnspentReturnOrdered.class);
                yield Answer.accepted(new Ordered(
                        event.job().text(), event.popUp().text(), "running", Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }
}
