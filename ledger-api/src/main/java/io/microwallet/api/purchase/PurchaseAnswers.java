package io.microwallet.api.purchase;

import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.stereotype.Component;

/** The answers to writes about purchases, every version of them. */
@Component
final class PurchaseAnswers {
    private final ClientWallets wallets;

    PurchaseAnswers(ClientWallets wallets) {
        this.wallets = wallets;
    }

    @Schema(name = "PurchaseMade")
    record Made(
            String id,
            String wallet,
            String merchant,
            MoneyJson amount,
            MoneyJson available,
            List<DrawView> draws,
            String at) {}

    Answer made(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, Purchased.class);
                yield Answer.created(new Made(
                        event.purchase().text(),
                        wallets.inAnswer(decided.request(), event.wallet()),
                        event.merchant().text(),
                        MoneyJson.of(event.amount()),
                        MoneyJson.of(event.available()),
                        DrawView.of(event.lots()),
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }
}
