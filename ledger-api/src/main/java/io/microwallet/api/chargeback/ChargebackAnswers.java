package io.microwallet.api.chargeback;

import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.wallet.WalletId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The answers to writes about chargebacks and receivables, every version of them. */
@Component
final class ChargebackAnswers {
    private final ClientWallets wallets;

    ChargebackAnswers(ClientWallets wallets) {
        this.wallets = wallets;
    }

    @Schema(name = "ChargebackReported")
    record Reported(
            String id,
            MoneyJson amount,

            @Schema(allowableValues = {"booked", "won"}) String status,

            String at) {}

    /** @param amounts one a currency */
    @Schema(name = "ReceivableSettled")
    record Settled(
            String wallet,
            List<MoneyJson> amounts,

            @Schema(allowableValues = {"collected", "written-off"})
            String status,

            String at) {}

    Answer booked(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, ChargedBack.class);
                yield Answer.created(new Reported(
                        event.chargeback().text(),
                        MoneyJson.of(event.dispute().amount()),
                        "booked",
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    Answer won(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, DisputeWon.class);
                yield Answer.ok(new Reported(
                        event.chargeback().text(),
                        MoneyJson.of(event.amount()),
                        "won",
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    /** For a fact that was booked before, as it stands now. */
    static Answer known(ChargebackViews.View chargeback) {
        var won = chargeback.won();
        var wonAt = chargeback.wonAt();
        return Answer.ok(new Reported(
                chargeback.id(),
                won == null ? chargeback.amount() : won,
                chargeback.status(),
                wonAt == null ? chargeback.at() : wonAt));
    }

    Answer settled(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> Answer.ok(version1(decided));
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    private Settled version1(Outcome.Decided decided) {
        var lines = decided.events().stream()
                .flatMap(recorded -> switch (recorded.event()) {
                    case ReceivableCollected e -> Stream.of(new Line(e.wallet(), e.amount(), "collected"));
                    case ReceivableWrittenOff e -> Stream.of(new Line(e.wallet(), e.amount(), "written-off"));
                    default -> Stream.<Line>empty();
                })
                .toList();
        return new Settled(
                wallets.inAnswer(decided.request(), lines.getFirst().wallet),
                lines.stream().map(line -> MoneyJson.of(line.amount)).toList(),
                lines.getFirst().status,
                Times.text(Decideds.at(decided)));
    }

    private record Line(WalletId wallet, Money amount, String status) {}
}
