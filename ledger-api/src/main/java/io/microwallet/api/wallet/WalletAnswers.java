package io.microwallet.api.wallet;

import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.wallet.WalletEvent;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletEvent.WalletResolved;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.stereotype.Component;

/** The answers to writes about wallets, every version of them. */
@Component
final class WalletAnswers {
    private final ClientWallets wallets;

    WalletAnswers(ClientWallets wallets) {
        this.wallets = wallets;
    }

    @Schema(name = "WalletOpened")
    record Opened(String id, String createdAt) {}

    @Schema(name = "WalletResolved")
    record Resolved(String id, String at) {}

    @Schema(name = "WalletChanged")
    record Changed(
            String id,

            @Schema(allowableValues = {"open", "frozen", "closed", "erased"})
            String status,

            String at) {}

    Answer opened(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> Answer.created(new Opened(token(decided), at(decided)));
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    Answer resolved(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> Answer.ok(new Resolved(token(decided), at(decided)));
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    Answer changed(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> Answer.ok(new Changed(token(decided), status(event(decided)), at(decided)));
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    private static String status(WalletEvent event) {
        return switch (event) {
            case WalletOpened _, WalletUnfrozen _, WalletResolved _ -> "open";
            case WalletFrozen _ -> "frozen";
            case WalletClosed _ -> "closed";
            case WalletErased _ -> "erased";
        };
    }

    private String token(Outcome.Decided decided) {
        return wallets.inAnswer(decided.request(), event(decided).wallet());
    }

    private static WalletEvent event(Outcome.Decided decided) {
        return Decideds.event(decided, WalletEvent.class);
    }

    private static String at(Outcome.Decided decided) {
        return Times.text(Decideds.at(decided));
    }
}
