package io.microwallet.api.wallet;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.money.Currency;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Wallets as a client sees them. */
@Component
final class WalletViews {
    private final Books books;
    private final SealedTexts texts;
    private final InstantSource clock;

    WalletViews(Books books, SealedTexts texts, InstantSource clock) {
        this.books = books;
        this.texts = texts;
        this.clock = clock;
    }

    /** {@code reference} and {@code contact} are told to the client that opened it, to finance and to admins. */
    @Schema(name = "Wallet")
    record View(
            String id,

            @Schema(allowableValues = {"open", "frozen", "closed"})
            String status,

            List<Balance> balances,
            @Nullable String reference,
            @Nullable String contact,
            String createdAt,

            @Schema(description = "Everything up to this position of the log is in these balances")
            long position) {}

    /** Minor units. */
    @Schema(name = "Balance")
    record Balance(String currency, long available, long held, long ledger, List<LotView> lots) {}

    @Schema(name = "Lot")
    record LotView(
            @Schema(allowableValues = {"cash", "credit"}) String kind,
            long amount,
            String since,
            @Nullable String expires) {}

    /** @param token what this client calls it */
    View of(Caller caller, WalletId id, String token) {
        var read = WalletAsOf.read(books, id);
        var now = clock.instant();
        return switch (read.wallet().within(caller.ledger()).asOf(now)) {
            case Wallet.Unborn _ -> throw Absences.exception(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> throw Absences.exception(Absence.WALLET_ERASED);
            case Wallet.Open wallet ->
                new View(
                        token,
                        wallet.frozen() ? "frozen" : "open",
                        balances(wallet, now),
                        text(caller, wallet.openedBy(), id, wallet.reference()),
                        text(caller, wallet.openedBy(), id, wallet.contact()),
                        Times.text(wallet.openedAt()),
                        read.position());
            case Wallet.Closed wallet ->
                new View(
                        token,
                        "closed",
                        List.of(),
                        text(caller, wallet.openedBy(), id, wallet.reference()),
                        text(caller, wallet.openedBy(), id, wallet.contact()),
                        Times.text(wallet.openedAt()),
                        read.position());
        };
    }

    private static List<Balance> balances(Wallet.Open wallet, Instant now) {
        return wallet.currencies().stream()
                .sorted(Comparator.comparing(Currency::code))
                .map(currency -> new Balance(
                        currency.code(),
                        wallet.available(currency, now).amount(),
                        wallet.held(currency).amount(),
                        wallet.balance(currency, now).amount(),
                        lots(wallet, currency)))
                .toList();
    }

    private static List<LotView> lots(Wallet.Open wallet, Currency currency) {
        return wallet.lots().stream()
                .filter(lot -> lot.amount().currency().equals(currency))
                .map(WalletViews::lot)
                .toList();
    }

    private static LotView lot(Lot lot) {
        return new LotView(
                JsonNames.of(lot.kind()),
                lot.amount().amount(),
                Times.text(lot.since()),
                Times.optional(lot.expires()));
    }

    private @Nullable String text(Caller caller, ClientId openedBy, WalletId wallet, @Nullable SealedText text) {
        var told = caller.seesWholeLedger() || openedBy.equals(caller.client());
        return text == null || !told ? null : texts.open(wallet.value(), text).orElse(null);
    }
}
