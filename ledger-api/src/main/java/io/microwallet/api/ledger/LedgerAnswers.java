package io.microwallet.api.ledger;

import io.microwallet.api.http.call.KeyNames;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;

/** The answers to writes about ledgers, every version of them. */
final class LedgerAnswers {
    private LedgerAnswers() {}

    @Schema(name = "LedgerCreated")
    record Created(String id, String mode, String timeZone, FirstAdmin admin, String createdAt) {}

    @Schema(name = "FirstAdminCreated")
    record FirstAdmin(String client, String keyId) {}

    static Answer created(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> created1(decided);
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    private static Answer created1(Outcome.Decided decided) {
        var ledger = Decideds.event(decided, LedgerCreated.class);
        var admin = Decideds.event(decided, ClientAdded.class);
        return Answer.created(new Created(
                ledger.ledger().text(),
                JsonNames.of(ledger.mode()),
                ledger.zone().getId(),
                new FirstAdmin(admin.client().text(), KeyNames.text(ledger.mode(), admin.key())),
                Times.text(Decideds.at(decided))));
    }
}
