package io.microwallet.api.membership;

import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.membership.MembershipEvent.MembershipCancelled;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.membership.MembershipEvent.OfMember;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RecordedEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers to writes about memberships, every version of them. */
@Component
final class MembershipAnswers {
    private final ClientWallets wallets;

    MembershipAnswers(ClientWallets wallets) {
        this.wallets = wallets;
    }

    /** {@code available} is the wallet's available balance after the payment and the credit. */
    @Schema(name = "MembershipPaid")
    record Paid(
            String id,
            String wallet,

            @Schema(allowableValues = {"running"}) String status,

            MoneyJson price,
            @Nullable MoneyJson credit,
            String periodEnds,
            MoneyJson available,
            String at) {}

    @Schema(name = "MembershipCancelled")
    record Cancelled(
            String id,
            String wallet,

            @Schema(allowableValues = {"cancelled"}) String status,

            String at) {}

    Answer started(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, MembershipStarted.class);
                yield Answer.created(paid(decided, event, event.price(), event.periodEnds(), event.available()));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    Answer renewed(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, MembershipRenewed.class);
                yield Answer.ok(paid(decided, event, event.price(), event.periodEnds(), event.available()));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    Answer cancelled(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, MembershipCancelled.class);
                yield Answer.ok(new Cancelled(
                        event.membership().text(),
                        wallets.inAnswer(decided.request(), event.wallet()),
                        "cancelled",
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    private Paid paid(Outcome.Decided decided, OfMember event, Money price, Instant periodEnds, Money available) {
        var credit = decided.events().stream()
                .map(RecordedEvent::event)
                .filter(MembershipCreditGranted.class::isInstance)
                .map(MembershipCreditGranted.class::cast)
                .findFirst();
        return new Paid(
                event.membership().text(),
                wallets.inAnswer(decided.request(), event.wallet()),
                "running",
                MoneyJson.of(price),
                credit.map(it -> MoneyJson.of(it.amount())).orElse(null),
                Times.text(periodEnds),
                MoneyJson.of(credit.map(MembershipCreditGranted::available).orElse(available)),
                Times.text(Decideds.at(decided)));
    }
}
