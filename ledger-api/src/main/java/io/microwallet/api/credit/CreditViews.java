package io.microwallet.api.credit;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.FunderJson;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Credits that clients gave, as a client sees them. */
@Component
final class CreditViews {
    private final Books books;
    private final SealedTexts texts;
    private final ClientWallets wallets;
    private final LedgerTimes time;

    CreditViews(Books books, SealedTexts texts, ClientWallets wallets, LedgerTimes time) {
        this.books = books;
        this.texts = texts;
        this.wallets = wallets;
        this.time = time;
    }

    @Schema(name = "Credit")
    record View(
            String id,
            String wallet,
            MoneyJson amount,

            @Schema(description = "What is neither spent nor expired, held parts included")
            MoneyJson left,

            @Nullable FunderJson funder,
            @Nullable String expiresAt,
            @Nullable String reference,
            String at) {}

    /** A 404 for one of another ledger, or of a wallet that this client has no token for. */
    View of(Caller caller, LotId id) {
        return books.open().after(CreditGranted.tag(id), -1, 1).stream()
                .findFirst()
                .filter(found -> found.ledger().equals(caller.ledger()))
                .map(found -> of(caller, found))
                .orElseThrow(() -> Absences.exception(Absence.CREDIT_NOT_FOUND));
    }

    View of(Caller caller, RecordedEvent recorded) {
        var event = (CreditGranted) recorded.event();
        if (!wallets.sees(caller, event.wallet())) {
            throw Absences.exception(Absence.CREDIT_NOT_FOUND);
        }
        var lot = event.lot();
        return new View(
                lot.id().text(),
                wallets.show(caller, event.wallet()),
                MoneyJson.of(lot.amount()),
                MoneyJson.of(left(caller, event)),
                FunderJson.of(lot.funder()),
                Times.optional(lot.expires()),
                texts.openOrNull(event.wallet().value(), event.reference()),
                Times.text(recorded.at()));
    }

    private Money left(Caller caller, CreditGranted event) {
        var lots = books.read(event.wallet()).asOf(time.now(caller.ledger())) instanceof Wallet.Open wallet
                ? parts(wallet)
                : List.<Lot>of();
        return lots.stream()
                .filter(part -> part.id().equals(event.lot().id()))
                .map(Lot::amount)
                .reduce(Money.zero(event.lot().amount().currency()), Money::plus);
    }

    private static List<Lot> parts(Wallet.Open wallet) {
        var held = wallet.funds().holds().stream().flatMap(hold -> hold.lots().stream());
        return Stream.concat(wallet.lots().stream(), held).toList();
    }
}
