package io.microwallet.api.hold;

import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.api.purchase.DrawView;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.wallet.Lot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers to writes about holds, every version of them. */
@Component
final class HoldAnswers {
    private final ClientWallets wallets;

    HoldAnswers(ClientWallets wallets) {
        this.wallets = wallets;
    }

    @Schema(name = "HoldPlaced")
    record Placed(
            String id,
            String wallet,
            String merchant,
            @Nullable String drop,
            @Nullable String popUp,
            MoneyJson amount,
            MoneyJson available,
            List<DrawView> draws,
            String expiresAt,
            String at) {}

    /** {@code expired} is what would have gone back to credits that have expired meanwhile. */
    @Schema(name = "HoldCaptured")
    record Captured(
            String id,
            String purchase,
            MoneyJson captured,
            MoneyJson held,
            MoneyJson released,
            @Nullable MoneyJson expired,
            MoneyJson available,
            List<DrawView> draws,
            String at) {}

    @Schema(name = "HoldVoided")
    record Voided(String id, MoneyJson released, @Nullable MoneyJson expired, MoneyJson available, String at) {}

    Answer placed(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, HoldPlaced.class);
                var drop = event.drop();
                var popUp = event.popUp();
                yield Answer.created(new Placed(
                        event.hold().text(),
                        wallets.inAnswer(decided.request(), event.wallet()),
                        event.merchant().text(),
                        drop == null ? null : drop.text(),
                        popUp == null ? null : popUp.text(),
                        MoneyJson.of(event.amount()),
                        MoneyJson.of(event.available()),
                        DrawView.of(event.lots()),
                        Times.text(event.expires()),
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    Answer captured(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, HoldCaptured.class);
                yield Answer.ok(new Captured(
                        event.hold().text(),
                        event.purchase().text(),
                        MoneyJson.of(event.amount()),
                        MoneyJson.of(event.held()),
                        MoneyJson.of(sum(event.returned(), event.amount())),
                        expired(event.broken(), event.amount()),
                        MoneyJson.of(event.available()),
                        DrawView.of(event.lots()),
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    Answer voided(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, HoldVoided.class);
                yield Answer.ok(new Voided(
                        event.hold().text(),
                        MoneyJson.of(sum(event.returned(), event.amount())),
                        expired(event.broken(), event.amount()),
                        MoneyJson.of(event.available()),
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    private static @Nullable MoneyJson expired(List<Lot> broken, Money like) {
        return broken.isEmpty() ? null : MoneyJson.of(sum(broken, like));
    }

    private static Money sum(List<Lot> lots, Money like) {
        return lots.stream().map(Lot::amount).reduce(Money.zero(like.currency()), Money::plus);
    }
}
