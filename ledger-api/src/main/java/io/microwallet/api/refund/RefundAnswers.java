package io.microwallet.api.refund;

import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.api.refund.RefundLines.LotLine;
import io.microwallet.api.refund.RefundLines.PartLine;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RecordedEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.stereotype.Component;

/** The answers to writes about refunds, every version of them. */
@Component
final class RefundAnswers {
    private final ClientWallets wallets;

    RefundAnswers(ClientWallets wallets) {
        this.wallets = wallets;
    }

    @Schema(name = "PurchaseRefunded")
    record Refunded(
            String id,
            String wallet,
            String purchase,
            String merchant,
            MoneyJson amount,

            @Schema(allowableValues = {"wallet", "source"}) String to,

            @Schema(
                    allowableValues = {"settled", "requested"},
                    description = "requested: processors send some of it back, and tell later")
            String status,

            MoneyJson available,
            List<LotLine> returned,
            List<PartLine> parts,
            String at) {}

    @Schema(name = "UnspentReturned")
    record Returned(
            String id,
            String wallet,
            List<MoneyJson> amounts,
            @Schema(allowableValues = "requested") String status,
            List<PartLine> parts,
            String at) {}

    /** 201 where all of it is done; 202 where processors have their part to do. */
    Answer refunded(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, PurchaseRefunded.class);
                var body = refunded(decided, event);
                yield event.parts().isEmpty() ? Answer.created(body) : Answer.accepted(body);
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    private Refunded refunded(Outcome.Decided decided, PurchaseRefunded event) {
        return new Refunded(
                event.refund().text(),
                wallets.inAnswer(decided.request(), event.wallet()),
                event.purchase().text(),
                event.merchant().text(),
                MoneyJson.of(event.amount()),
                JsonNames.of(event.to()),
                event.parts().isEmpty() ? "settled" : "requested",
                MoneyJson.of(event.available()),
                LotLine.of(event.returned()),
                PartLine.requested(event.parts()),
                Times.text(Decideds.at(decided)));
    }

    Answer returned(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var events = decided.events().stream()
                        .map(RecordedEvent::event)
                        .filter(UnspentReturned.class::isInstance)
                        .map(UnspentReturned.class::cast)
                        .toList();
                var first = Decideds.event(decided, UnspentReturned.class);
                yield Answer.accepted(new Returned(
                        first.refund().text(),
                        wallets.inAnswer(decided.request(), first.wallet()),
                        events.stream()
                                .map(event -> MoneyJson.of(event.amount()))
                                .toList(),
                        "requested",
                        events.stream()
                                .flatMap(event -> PartLine.requested(event.parts()).stream())
                                .toList(),
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }
}
