package io.microwallet.api.wallet;

import io.microwallet.api.entry.EffectiveTimes;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.FunderJson;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.past.AsOf;
import io.microwallet.api.past.BookedFunds;
import io.microwallet.api.past.TimeBasis;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.membership.OpenMembership;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.OpenHold;
import io.microwallet.core.wallet.Receivable;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Wallets as a client sees them. */
@Component
final class WalletViews {
    private final Books books;
    private final SealedTexts texts;
    private final LedgerTimes times;

    WalletViews(Books books, SealedTexts texts, LedgerTimes times) {
        this.books = books;
        this.texts = texts;
        this.times = times;
    }

    /** {@code reference} and {@code contact} are told to the client that opened it, to finance and to admins. */
    @Schema(name = "Wallet")
    record View(
            String id,

            @Schema(allowableValues = {"open", "frozen", "closed"})
            String status,

            List<Balance> balances,

            @Schema(description = "What the member owes; there is none where it is left out") @Nullable
            List<MoneyJson> owed,

            @Schema(description = "Those that are not ended")
            List<MembershipView> memberships,

            @Nullable String reference,
            @Nullable String contact,
            String createdAt,

            @Schema(description = "Everything up to this position of the log is in these balances")
            long position,

            @Schema(description = "The past instant that it is as of, by recorded time") @Nullable
            String at,

            @Schema(description = "The past instant that it is as of, by effective time") @Nullable
            String effectiveAt) {
        private View asOf(AsOf asOf) {
            return new View(
                    id,
                    status,
                    balances,
                    owed,
                    memberships,
                    reference,
                    contact,
                    createdAt,
                    position,
                    asOf.at(),
                    asOf.effectiveAt());
        }
    }

    /** Minor units. */
    @Schema(name = "Balance")
    record Balance(
            String currency,
            long available,
            long held,
            long ledger,
            List<LotView> lots,

            @Schema(description = "Open holds, in the order in which they were placed")
            List<HoldView> holds) {}

    /** {@code amount} is what it still holds. */
    @Schema(name = "OpenHold")
    record HoldView(String id, String merchant, @Nullable String drop, long amount, String expires) {}

    @Schema(name = "Lot")
    record LotView(
            @Schema(allowableValues = {"cash", "credit"}) String kind,
            long amount,
            String since,
            @Nullable String expires,
            @Nullable FunderJson funder) {}

    /** One that is not ended. */
    @Schema(name = "OpenMembership")
    record MembershipView(
            String id,
            String plan,

            @Schema(allowableValues = {"running", "cancelled", "lapsed"})
            String status,

            String periodEnds) {
        static MembershipView of(OpenMembership membership) {
            var status = membership.status() == OpenMembership.Status.RENEWING
                    ? "running"
                    : JsonNames.of(membership.status());
            return new MembershipView(
                    membership.id().text(), membership.plan().text(), status, Times.text(membership.periodEnds()));
        }
    }

    /** @param token what this client calls it */
    View of(Caller caller, WalletId id, String token) {
        var read = WalletAsOf.read(books, id);
        var now = times.now(caller.ledger());
        var wallet = read.wallet().asOf(now);
        return view(new Subject(caller, id, token), wallet, balances(wallet, now), read.position());
    }

    /** The same at an instant that has passed; a 404 for a wallet that was not there yet, and in which nothing had happened. */
    View past(Caller caller, WalletId id, String token, AsOf asOf) {
        var past = PastWallet.of(books.open(), id, asOf, new EffectiveTimes(books));
        var wallet = past.wallet().asOf(asOf.instant());
        var balances = asOf.basis() == TimeBasis.RECORDED
                ? balances(wallet, asOf.instant())
                : past.funds().all().stream().map(WalletViews::booked).toList();
        return view(new Subject(caller, id, token), wallet, balances, past.position())
                .asOf(asOf);
    }

    /** Whose view of what. */
    private record Subject(Caller caller, WalletId id, String token) {}

    private View view(Subject of, Wallet read, List<Balance> balances, long position) {
        return switch (read.within(of.caller.ledger())) {
            case Wallet.Unborn _ -> throw Absences.exception(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> throw Absences.exception(Absence.WALLET_ERASED);
            case Wallet.Open wallet ->
                new View(
                        of.token,
                        wallet.frozen() ? "frozen" : "open",
                        balances,
                        owed(wallet.funds().receivables()),
                        wallet.memberships().all().stream()
                                .map(MembershipView::of)
                                .toList(),
                        text(of.caller, wallet.openedBy(), of.id, wallet.reference()),
                        text(of.caller, wallet.openedBy(), of.id, wallet.contact()),
                        Times.text(wallet.openedAt()),
                        position,
                        null,
                        null);
            case Wallet.Closed wallet ->
                new View(
                        of.token,
                        "closed",
                        balances,
                        owed(wallet.receivables()),
                        List.of(),
                        text(of.caller, wallet.openedBy(), of.id, wallet.reference()),
                        text(of.caller, wallet.openedBy(), of.id, wallet.contact()),
                        Times.text(wallet.openedAt()),
                        position,
                        null,
                        null);
        };
    }

    private static Balance booked(BookedFunds.Booked booked) {
        return new Balance(
                booked.currency().code(), booked.available(), booked.held(), booked.ledger(), List.of(), List.of());
    }

    private static List<Balance> balances(Wallet wallet, Instant now) {
        return wallet instanceof Wallet.Open open ? balances(open, now) : List.of();
    }

    private static List<Balance> balances(Wallet.Open wallet, Instant now) {
        return wallet.currencies().stream()
                .sorted(Comparator.comparing(Currency::code))
                .map(currency -> new Balance(
                        currency.code(),
                        wallet.available(currency, now).amount(),
                        wallet.held(currency).amount(),
                        wallet.balance(currency, now).amount(),
                        lots(wallet, currency),
                        holds(wallet, currency)))
                .toList();
    }

    private static List<HoldView> holds(Wallet.Open wallet, Currency currency) {
        return wallet.funds().holds().stream()
                .filter(hold -> hold.amount().currency() == currency)
                .map(WalletViews::hold)
                .toList();
    }

    private static HoldView hold(OpenHold hold) {
        var drop = hold.drop();
        return new HoldView(
                hold.id().text(),
                hold.merchant().text(),
                drop == null ? null : drop.text(),
                hold.held().amount(),
                Times.text(hold.expires()));
    }

    private static @Nullable List<MoneyJson> owed(List<Receivable> receivables) {
        var owed = receivables.stream()
                .map(Receivable::owed)
                .filter(Money::isPositive)
                .map(MoneyJson::of)
                .toList();
        return owed.isEmpty() ? null : owed;
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
                Times.optional(lot.expires()),
                FunderJson.of(lot.funder()));
    }

    private @Nullable String text(Caller caller, ClientId openedBy, WalletId wallet, @Nullable SealedText text) {
        var told = caller.seesWholeLedger() || openedBy.equals(caller.client());
        return told ? texts.openOrNull(wallet.value(), text) : null;
    }
}
