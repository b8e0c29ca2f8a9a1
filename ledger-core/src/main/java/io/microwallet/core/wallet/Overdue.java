package io.microwallet.core.wallet;

import io.microwallet.core.credit.CreditEvent.CreditExpired;
import io.microwallet.core.decision.Event;
import io.microwallet.core.hold.HoldEvent.HoldExpired;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What time alone does to a wallet. Decided with the wallet's next accepted decision, or by the sweeper, whichever comes first. */
final class Overdue {
    private Overdue() {}

    static List<Event> of(Wallet.Open wallet, Instant at) {
        var nextDue = wallet.nextDue();
        if (nextDue.isEmpty() || at.isBefore(nextDue.get())) {
            return List.of();
        }
        var events = new ArrayList<Event>(1);
        expiredLots(withoutLapsedHolds(wallet, at, events), at, events);
        endedPeriods(wallet, at, events);
        return events;
    }

    private static Wallet.Open withoutLapsedHolds(Wallet.Open wallet, Instant at, List<Event> events) {
        var open = wallet;
        for (var hold : wallet.funds().holds()) {
            if (hold.hasLapsed(at)) {
                var expired = expired(open, hold, at);
                events.add(expired);
                open = open.with(open.funds().letGo(hold.id(), expired.returned()));
            }
        }
        return open;
    }

    private static HoldExpired expired(Wallet.Open wallet, OpenHold hold, Instant at) {
        var letGo = hold.letGo(List.of(), at);
        var currency = hold.amount().currency();
        return new HoldExpired(
                hold.id(),
                wallet.id(),
                hold.drop(),
                hold.held(),
                wallet.available(currency, at).plus(letGo.returned(currency)),
                letGo.returned(),
                letGo.broken(),
                hold.expires(),
                letGo.book(new Booking(), wallet.id()).entry());
    }

    private static void endedPeriods(Wallet.Open wallet, Instant at, List<Event> events) {
        for (var membership : wallet.memberships().all()) {
            if (membership.isOver(at)) {
                events.add(membership.periodEnded(wallet.id(), membership.periodEnds()));
            }
        }
    }

    private static void expiredLots(Wallet.Open wallet, Instant at, List<Event> events) {
        var expired = new LinkedHashMap<Expiry, List<Lot>>();
        for (var lot : wallet.lots()) {
            if (lot.expires() instanceof Instant expires && lot.hasExpired(at)) {
                expired.computeIfAbsent(new Expiry(expires, lot.amount().currency()), _ -> new ArrayList<>(1))
                        .add(lot);
            }
        }
        expired.forEach((expiry, lots) -> events.add(expired(wallet, lots, expiry.currency, at)));
    }

    /** What ends at one instant is one event, however late it is booked: that is when it happened. */
    private record Expiry(Instant at, Currency currency) {}

    private static CreditExpired expired(Wallet.Open wallet, List<Lot> lots, Currency currency, Instant at) {
        var booking = new Booking();
        lots.forEach(lot -> breakage(booking, wallet.id(), lot, Availability.AVAILABLE));
        var amount = lots.stream().map(Lot::amount).reduce(Money.zero(currency), Money::plus);
        return new CreditExpired(wallet.id(), amount, lots, wallet.available(currency, at), booking.entry());
    }

    /** Books the end of a part of an expired lot, from where it lay. */
    static void breakage(Booking booking, WalletId wallet, Lot lot, Availability from) {
        var funder = lot.funder();
        if (funder == null) {
            throw new IllegalArgumentException("cash never expires");
        }
        booking.debit(new WalletFunds(wallet, lot.kind(), from), lot.amount());
        booking.credit(funder.breaksInto(), lot.amount());
    }
}
