package io.microwallet.api.page.view;

import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.page.view.BalanceView.Condition;
import io.microwallet.api.page.view.BalanceView.HoldLine;
import io.microwallet.api.page.view.BalanceView.LotLine;
import io.microwallet.api.page.view.BalanceView.MembershipLine;
import io.microwallet.api.page.view.BalanceView.Total;
import io.microwallet.core.books.Books;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.membership.OpenMembership;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.OpenHold;
import io.microwallet.core.wallet.Receivable;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Balances and lots as the books have them now; a lot that has expired counts for nothing, swept or not. */
public final class Balances {
    private static final Duration SOON = Duration.ofDays(7);
    private static final int LINES_MAX = 50;

    private final Books books;
    private final LedgerTexts texts;
    private final LedgerTimes times;

    public Balances(Books books, LedgerTimes times, LedgerTexts texts) {
        this.books = books;
        this.texts = texts;
        this.times = times;
    }

    /** What a member sees; empty once the member is erased. */
    public Optional<BalanceView> of(WalletId id, Wording wording) {
        return switch (books.read(id)) {
            case Wallet.Open open -> Optional.of(open(open, times.now(open.ledger()), wording));
            case Wallet.Closed _ ->
                Optional.of(
                        new BalanceView(List.of(), List.of(), List.of(), List.of(), List.of(), Condition.CLOSED, 0));
            case Wallet.Unborn _, Wallet.Erased _ -> Optional.empty();
        };
    }

    private BalanceView open(Wallet.Open read, Instant now, Wording wording) {
        // Time alone closes no wallet.
        var wallet = (Wallet.Open) read.asOf(now);
        var totals = wallet.currencies().stream()
                .map(currency -> total(wallet.available(currency, now), wording))
                .toList();
        return new BalanceView(
                totals,
                lots(wallet, now, wording),
                holds(wallet, now, wording),
                memberships(wallet, wording),
                owed(wallet, wording),
                condition(wallet),
                wallet.pendingTopUps().size());
    }

    private static Condition condition(Wallet.Open wallet) {
        if (wallet.funds().owes()) {
            return Condition.OWING;
        }
        return wallet.frozen() ? Condition.FROZEN : Condition.USABLE;
    }

    private static List<String> owed(Wallet.Open wallet, Wording wording) {
        return wallet.funds().receivables().stream()
                .map(Receivable::owed)
                .filter(Money::isPositive)
                .map(wording::amount)
                .toList();
    }

    private static Total total(Money available, Wording wording) {
        return new Total(wording.amount(available), available.currency().code());
    }

    /** Cash never expires, so that its lots are one line a currency; credits are one line each. */
    private List<LotLine> lots(Wallet.Open wallet, Instant now, Wording wording) {
        var parts = new LinkedHashMap<Part, Money>();
        wallet.lots().stream().forEach(lot -> parts.merge(Part.of(lot), lot.amount(), Money::plus));
        return parts.entrySet().stream()
                .limit(LINES_MAX)
                .map(part -> line(wallet.ledger(), part.getKey(), part.getValue(), now, wording))
                .toList();
    }

    private List<HoldLine> holds(Wallet.Open wallet, Instant now, Wording wording) {
        return wallet.funds().holds().stream()
                .sorted(Comparator.comparing(OpenHold::expires))
                .map(hold -> new HoldLine(
                        texts.merchant(hold.merchant()).orElse("A shop"),
                        wording.amount(hold.held()),
                        wording.moment(hold.expires()),
                        Duration.between(now, hold.expires()).plusMillis(999).toSeconds()))
                .toList();
    }

    private LotLine line(LedgerId ledger, Part part, Money left, Instant now, Wording wording) {
        var expires = part.expires();
        var until = expires == null ? null : wording.moment(expires);
        var isSoon = expires != null && expires.isBefore(now.plus(SOON));
        return new LotLine(title(ledger, part.funder()), wording.amount(left), until, isSoon);
    }

    /** Where it came from: a credit names who gave it. */
    private String title(LedgerId ledger, @Nullable Funder funder) {
        if (funder == null) {
            return "Topped up";
        }
        return switch (funder.kind()) {
            case PLAN -> "Membership credit";
            case LEDGER -> from(books.read(ledger) instanceof Ledger.Created it ? texts.name(it) : Optional.empty());
            case MERCHANT -> from(Optional.ofNullable(funder.merchant()).flatMap(texts::merchant));
        };
    }

    private static String from(Optional<String> giver) {
        return giver.map(name -> "Credit from " + name).orElse("Credit");
    }

    private List<MembershipLine> memberships(Wallet.Open wallet, Wording wording) {
        return wallet.memberships().all().stream()
                .map(membership -> line(membership, wording))
                .toList();
    }

    private MembershipLine line(OpenMembership membership, Wording wording) {
        var plan = texts.plan(membership.plan()).orElse("Membership");
        var day = wording.day(membership.periodEnds());
        return switch (membership.status()) {
            case RENEWING -> new MembershipLine(plan, "Renews on " + day, false);
            case CANCELLED -> new MembershipLine(plan, "Ends on " + day, false);
            case LAPSED -> new MembershipLine(plan, "Ended on " + day + ": top up to renew it", true);
        };
    }

    /** Lots that read alike. */
    private record Part(
            Currency currency,
            @Nullable Funder funder,
            @Nullable Instant expires) {
        static Part of(Lot lot) {
            return new Part(lot.amount().currency(), lot.funder(), lot.expires());
        }
    }
}
