package io.microwallet.api.merchant;

import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;

/** The answers to writes about merchants, every version of them. */
final class MerchantAnswers {
    private MerchantAnswers() {}

    @Schema(name = "MerchantAdded")
    record Added(String id, String kind, int commissionBasisPoints, String createdAt) {}

    static Answer added(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, MerchantAdded.class);
                yield Answer.created(new Added(
                        event.merchant().text(),
                        JsonNames.of(event.kind()),
                        event.commissionBasisPoints(),
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }
}
