package io.microwallet.api.page.view;

import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.page.view.BalanceView.Condition;
import io.microwallet.api.page.view.BalanceView.HoldLine;
import io.microwallet.api.page.view.BalanceView.LotLine;
import io.microwallet.api.page.view.BalanceView.Total;
import io.microwallet.core.books.Books;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Balances and lots as the books have them now; a lot that has expired counts for nothing, swept or not. */
public final class Balances {
    private static final Duration SOON = Duration.ofDays(7);
    private static final int LINES_MAX = 50;

    private final Books books;
    private final LedgerTimes times;
    private final LedgerTexts texts;

    public Balances(Books books, LedgerTimes times, LedgerTexts texts) {
        this.books = books;
        this.times = times;
        this.texts = texts;
    }

    /** What a member sees; empty once the member is erased. */
    public Optional<BalanceView> of(WalletId id, Wording wording) {
        return switch (books.read(id)) {
            case Wallet.Open open -> Optional.of(open(open, times.now(open.ledger()), wording));
            case Wallet.Closed _ -> Optional.of(new BalanceView(List.of(), List.of(), List.of(), Condition.CLOSED, 0));
            case Wallet.Unborn _, Wallet.Erased _ -> Optional.empty();
        };
    }

    private BalanceView open(Wallet.Open read, Instant now, Wording wording) {
        // Time alone closes no wallet.
        var wallet = (Wallet.Open) read.asOf(now);
        var totals = wallet.currencies().stream()
                .map(currency -> total(wallet.available(currency, now), wording))
                .toList();
        var condition = wallet.frozen() ? Condition.FROZEN : Condition.USABLE;
        return new BalanceView(
                totals,
                lots(wallet, now, wording),
                holds(wallet, now, wording),
                condition,
                wallet.pendingTopUps().size());
    }

    private static Total total(Money available, Wording wording) {
        return new Total(wording.amount(available), available.currency().code());
    }

    /** Cash never expires, so that its lots are one line a currency; credits are one line each. */
    private static List<LotLine> lots(Wallet.Open wallet, Instant now, Wording wording) {
        var parts = new LinkedHashMap<Part, Money>();
        wallet.lots().stream().forEach(lot -> parts.merge(Part.of(lot), lot.amount(), Money::plus));
        return parts.entrySet().stream()
                .limit(LINES_MAX)
                .map(part -> part.getKey().line(part.getValue(), now, wording))
                .toList();
    }

    private List<HoldLine> holds(Wallet.Open wallet, Instant now, Wording wording) {
        return wallet.funds().holds().stream()
                .map(hold -> new HoldLine(
                        texts.merchant(hold.merchant()).orElse("A shop"),
                        wording.amount(hold.held()),
                        wording.moment(hold.expires()),
                        Duration.between(now, hold.expires()).plusMillis(999).toSeconds()))
                .toList();
    }

    /** Lots that read alike. */
    private record Part(
            LotKind kind, Currency currency, @Nullable Instant expires) {
        static Part of(Lot lot) {
            return new Part(lot.kind(), lot.amount().currency(), lot.expires());
        }

        LotLine line(Money left, Instant now, Wording wording) {
            var title = switch (kind) {
                case CASH -> "Topped up";
                case CREDIT -> "Credit";
            };
            var until = expires == null ? null : wording.moment(expires);
            return new LotLine(title, wording.amount(left), until, expires != null && expires.isBefore(now.plus(SOON)));
        }
    }
}
