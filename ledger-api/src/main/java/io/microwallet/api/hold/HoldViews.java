package io.microwallet.api.hold;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.hold.Hold;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.money.Money;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds as a client sees them: one that has lapsed has expired, swept or not. */
@Component
final class HoldViews {
    private final Books books;
    private final SealedTexts texts;
    private final ClientWallets wallets;
    private final LedgerTimes times;

    HoldViews(Books books, SealedTexts texts, ClientWallets wallets, LedgerTimes times) {
        this.books = books;
        this.texts = texts;
        this.wallets = wallets;
        this.times = times;
    }

    @Schema(name = "Hold")
    record View(
            String id,
            String wallet,
            String merchant,
            @Nullable String drop,
            @Nullable String popUp,

            @Schema(allowableValues = {"open", "captured", "voided", "expired"})
            String status,

            @Schema(description = "What was held first") MoneyJson amount,

            @Schema(description = "What is held now") MoneyJson held,

            MoneyJson captured,

            @Schema(description = "The purchase that the captures are, once there is one") @Nullable
            String purchase,

            String expiresAt,
            @Nullable String reference,
            String at,
            @Nullable String endedAt) {}

    /** How it stands, and since when it is over. */
    private record Standing(
            String status, Money held, @Nullable Instant ended) {}

    /** A 404 for one of another ledger, or of a wallet that this client has no token for. */
    View of(Caller caller, HoldId id) {
        var hold = find(caller, id).orElseThrow(() -> Absences.exception(Absence.HOLD_NOT_FOUND));
        return view(caller, hold, standing(hold.asOf(times.now(caller.ledger())), hold.captured()));
    }

    /** What this client may see. */
    Optional<Hold.Placed> find(Caller caller, HoldId id) {
        return books.read(id).within(caller.ledger()) instanceof Hold.Placed hold
                        && wallets.sees(caller, hold.placed().wallet())
                ? Optional.of(hold)
                : Optional.empty();
    }

    private static Standing standing(Hold hold, Money like) {
        var nothing = Money.zero(like.currency());
        return switch (hold) {
            case Hold.Unborn _ -> throw Absences.exception(Absence.HOLD_NOT_FOUND);
            case Hold.Open it -> new Standing("open", it.held(), null);
            case Hold.Captured it -> new Standing("captured", nothing, it.at());
            case Hold.Voided it -> new Standing("voided", nothing, it.at());
            case Hold.Expired it -> new Standing("expired", nothing, it.at());
        };
    }

    private View view(Caller caller, Hold.Placed hold, Standing standing) {
        var placed = hold.placed();
        var drop = placed.drop();
        var popUp = placed.popUp();
        return new View(
                placed.hold().text(),
                wallets.show(caller, placed.wallet()),
                placed.merchant().text(),
                drop == null ? null : drop.text(),
                popUp == null ? null : popUp.text(),
                standing.status,
                MoneyJson.of(placed.amount()),
                MoneyJson.of(standing.held),
                MoneyJson.of(hold.captured()),
                hold.captured().isZero() ? null : placed.hold().purchase().text(),
                Times.text(placed.expires()),
                texts.openOrNull(placed.wallet().value(), placed.reference()),
                Times.text(hold.placedAt()),
                Times.optional(standing.ended));
    }
}
