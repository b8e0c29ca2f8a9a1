package io.microwallet.core.hold;

import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Decision;
import io.microwallet.core.drop.Drop;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.drop.Phase;
import io.microwallet.core.hold.HoldCommand.PlaceDeposit;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.BurnDown;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reserving what a wallet has, and a unit of a drop with it. */
final class Placing {
    private Placing() {}

    static Decision over(Limits limits, Wallet.Open wallet, Drop.Announced drop, PlaceHold command, Instant at) {
        var offer = drop.terms().offer();
        var price = price(wallet, offer, at);
        var refusal = wallet.frozen() ? HoldRefusal.WALLET_FROZEN : refusal(wallet, drop, at);
        refusal = refusal == null ? refusal(limits, wallet, price, at) : refusal;
        return refusal != null ? refused(refusal) : accepted(placed(wallet, drop, price, command, at));
    }

    private static HoldPlaced placed(
            Wallet.Open wallet, Drop.Announced drop, Money price, PlaceHold command, Instant at) {
        var terms = drop.terms();
        var lots = wallet.take(price, at);
        return new HoldPlaced(
                command.ledger(),
                command.hold(),
                command.wallet(),
                terms.merchant(),
                command.client(),
                command.drop(),
                terms.popUp(),
                price,
                wallet.available(price.currency(), at).minus(price),
                lots,
                at.plusSeconds(terms.offer().holdSeconds()),
                command.reference(),
                entry(command.wallet(), lots, price));
    }

    static Decision deposit(Limits limits, Wallet.Open wallet, PlaceDeposit command, Instant at) {
        var refusal = wallet.frozen() ? HoldRefusal.WALLET_FROZEN : refusal(limits, wallet, command.amount(), at);
        return refusal != null ? refused(refusal) : accepted(placed(wallet, command, at));
    }

    private static HoldPlaced placed(Wallet.Open wallet, PlaceDeposit command, Instant at) {
        var amount = command.amount();
        var lots = wallet.take(amount, at);
        return new HoldPlaced(
                command.ledger(),
                command.hold(),
                command.wallet(),
                command.merchant(),
                command.client(),
                null,
                command.popUp(),
                amount,
                wallet.available(amount.currency(), at).minus(amount),
                lots,
                at.plusSeconds(command.holdSeconds()),
                command.reference(),
                entry(command.wallet(), lots, amount));
    }

    private static Money price(Wallet.Open wallet, Offer offer, Instant at) {
        var memberPrice = offer.memberPrice();
        return memberPrice != null && wallet.hasMemberPrice(at) ? memberPrice : offer.price();
    }

    private static @Nullable HoldRefusal refusal(Wallet.Open wallet, Drop.Announced drop, Instant at) {
        var offer = drop.terms().offer();
        var earlier = switch (offer.earlyAccess()) {
            case NOBODY -> Duration.ZERO;
            case MEMBERS -> wallet.earlyAccess(at);
        };
        return switch (drop.at(at, earlier)) {
            case Phase.Scheduled _ -> HoldRefusal.DROP_NOT_OPEN;
            case Phase.Closed _ -> HoldRefusal.DROP_CLOSED;
            case Phase.SoldOut _ -> HoldRefusal.DROP_SOLD_OUT;
            case Phase.Live _ ->
                wallet.unitsHeld(drop.id()) + drop.stock().soldTo(wallet.id()) >= offer.unitsAWallet()
                        ? HoldRefusal.DROP_CAP_REACHED
                        : null;
        };
    }

    private static @Nullable HoldRefusal refusal(Limits limits, Wallet.Open wallet, Money amount, Instant at) {
        if (wallet.funds().holds().size() >= limits.openHolds()) {
            return HoldRefusal.TOO_MANY_OPEN_HOLDS;
        }
        if (wallet.covers(amount, at)) {
            return null;
        }
        // An empty wallet has no currency of its own that another could be told from.
        var otherCurrenciesOnly = !wallet.isEmpty() && !wallet.currencies().contains(amount.currency());
        return otherCurrenciesOnly ? HoldRefusal.CURRENCY_NOT_HELD : HoldRefusal.INSUFFICIENT_FUNDS;
    }

    private static JournalEntry entry(WalletId wallet, List<Lot> lots, Money amount) {
        var credit = BurnDown.sum(lots, LotKind.CREDIT, amount.currency());
        var cash = amount.minus(credit);
        var postings = new ArrayList<Posting>(4);
        addPosting(postings, true, wallet, LotKind.CREDIT, credit);
        addPosting(postings, true, wallet, LotKind.CASH, cash);
        addPosting(postings, false, wallet, LotKind.CREDIT, credit);
        addPosting(postings, false, wallet, LotKind.CASH, cash);
        return new JournalEntry(postings);
    }

    private static void addPosting(List<Posting> postings, boolean debit, WalletId wallet, LotKind kind, Money amount) {
        if (!amount.isZero()) {
            postings.add(
                    debit
                            ? Posting.debit(new WalletFunds(wallet, kind, Availability.AVAILABLE), amount)
                            : Posting.credit(new WalletFunds(wallet, kind, Availability.HELD), amount));
        }
    }
}
