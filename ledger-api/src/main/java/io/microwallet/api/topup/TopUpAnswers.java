package io.microwallet.api.topup;

import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.stereotype.Component;

/** The answers to writes about top-ups, every version of them. */
@Component
final class TopUpAnswers {
    private final ClientWallets wallets;

    TopUpAnswers(ClientWallets wallets) {
        this.wallets = wallets;
    }

    @Schema(name = "TopUpRequested")
    record Requested(String id, String wallet, MoneyJson amount, String processor, String status, String at) {}

    /** Always 202: what the processor says comes later, and must not change what a retry is told. */
    Answer requested(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, TopUpRequested.class);
                yield Answer.accepted(new Requested(
                        event.topUp().text(),
                        wallets.inAnswer(decided.request(), event.wallet()),
                        MoneyJson.of(event.amount()),
                        event.processor().value(),
                        "requested",
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }
}
