package io.microwallet.api.credit;

import io.microwallet.api.http.json.FunderJson;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers to writes about credits, every version of them. */
@Component
final class CreditAnswers {
    private final ClientWallets wallets;

    CreditAnswers(ClientWallets wallets) {
        this.wallets = wallets;
    }

    @Schema(name = "CreditGranted")
    record Granted(
            String id,
            String wallet,
            MoneyJson amount,
            @Nullable FunderJson funder,
            @Nullable String expiresAt,
            MoneyJson available,
            String at) {}

    Answer granted(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, CreditGranted.class);
                var lot = event.lot();
                yield Answer.created(new Granted(
                        lot.id().text(),
                        wallets.inAnswer(decided.request(), event.wallet()),
                        MoneyJson.of(lot.amount()),
                        FunderJson.of(lot.funder()),
                        Times.optional(lot.expires()),
                        MoneyJson.of(event.available()),
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }
}
