package io.microwallet.api.chargeback;

import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.chargeback.ChargebackEvent;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeContradicted;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.wallet.WalletId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers to writes about chargebacks and receivables, every version of them. */
@Component
final class ChargebackAnswers {
    private final ClientWallets wallets;

    ChargebackAnswers(ClientWallets wallets) {
        this.wallets = wallets;
    }

    /** What is booked, whatever was told now. */
    @Schema(name = "ChargebackReported")
    record Reported(
            String id,
            MoneyJson amount,

            @Schema(
                    allowableValues = {"booked", "won", "contradicted"},
                    description = "contradicted: it was told otherwise than it is booked")
            String status,

            String at,

            @Schema(description = "What was told otherwise, which is not booked; left out where nothing was") @Nullable
            List<ChargebackViews.Told> contradicted) {}

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
            case 1 ->
                switch (Decideds.event(decided, ChargebackEvent.class)) {
                    case DisputeContradicted e -> contradicted(decided, e);
                    case ChargedBack e ->
                        Answer.created(
                                reported(decided, e.chargeback(), e.dispute().amount(), "booked"));
                    case ChargebackEvent e -> throw new IllegalStateException("no answer to a chargeback: " + e);
                };
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    private static Answer contradicted(Outcome.Decided decided, DisputeContradicted event) {
        return Answer.ok(new Reported(
                event.chargeback().text(),
                MoneyJson.of(event.booked().amount()),
                "contradicted",
                Times.text(Decideds.at(decided)),
                List.of(ChargebackViews.Told.of(event))));
    }

    private static Reported reported(Outcome.Decided decided, ChargebackId id, Money amount, String status) {
        return new Reported(id.text(), MoneyJson.of(amount), status, Times.text(Decideds.at(decided)), null);
    }

    Answer won(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 ->
                switch (Decideds.event(decided, ChargebackEvent.class)) {
                    case DisputeContradicted e -> contradicted(decided, e);
                    case DisputeWon e -> Answer.ok(reported(decided, e.chargeback(), e.amount(), "won"));
                    case ChargebackEvent e -> throw new IllegalStateException("no answer to a dispute won: " + e);
                };
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
                chargeback.contradicted() == null ? chargeback.status() : "contradicted",
                wonAt == null ? chargeback.at() : wonAt,
                chargeback.contradicted()));
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
