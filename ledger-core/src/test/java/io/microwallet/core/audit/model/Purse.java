package io.microwallet.core.audit.model;

import io.microwallet.core.ledger.Limits;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A wallet's lots and holds: nothing is sorted and nothing is kept up, all of it is searched each time. */
final class Purse {
    private final Tables t;

    Purse(Tables tables) {
        t = tables;
    }

    /** What could be spent: also what lapsed holds have let go of, booked or not. */
    long available(WalletId wallet, Currency currency, Instant at) {
        var sum = spendable(wallet, currency, at);
        for (var hold : lapsed(wallet, at)) {
            for (var part : hold.parts) {
                sum += part.lot.currency.equals(currency) && !part.lot.expired(at) ? part.amount : 0;
            }
        }
        return sum;
    }

    /** The same once all that is due is booked. */
    long spendable(WalletId wallet, Currency currency, Instant at) {
        long sum = 0;
        for (var lot : t.lots) {
            sum += lot.wallet.equals(wallet) && lot.currency.equals(currency) && !lot.expired(at) ? lot.free : 0;
        }
        return sum;
    }

    long cash(WalletId wallet, Currency currency, Instant at) {
        var sum = 0L;
        for (var lot : t.lots) {
            sum += lot.wallet.equals(wallet) && lot.currency.equals(currency) && lot.cash ? lot.free : 0;
        }
        for (var hold : lapsed(wallet, at)) {
            for (var part : hold.parts) {
                sum += part.lot.currency.equals(currency) && part.lot.cash ? part.amount : 0;
            }
        }
        return sum;
    }

    Money spendableMoney(WalletId wallet, Currency currency, Instant at) {
        return new Money(spendable(wallet, currency, at), currency);
    }

    /** Available and held together. */
    long balance(WalletId wallet, Currency currency, Instant at) {
        var sum = available(wallet, currency, at);
        for (var hold : t.holds.values()) {
            if (hold.wallet.equals(wallet) && hold.standing(at) && hold.currency.equals(currency)) {
                sum += hold.left();
            }
        }
        return sum;
    }

    /** What may still come of top-ups. */
    private long pending(WalletId wallet, Currency currency) {
        return t.topUps.values().stream()
                .filter(it -> it.wallet.equals(wallet) && it.status.equals("asked") && it.currency.equals(currency))
                .mapToLong(it -> it.asked)
                .sum();
    }

    /** Whether so much more is no more than it may have and await. */
    boolean mayHave(WalletId wallet, long more, Currency currency, Limits limits, Instant at) {
        return balance(wallet, currency, at) + pending(wallet, currency) + more
                <= Rows.Ledger.most(limits.balance(), currency);
    }

    /** How many lots it has anything of at that instant, in holds too. */
    int lots(WalletId wallet, Instant at) {
        Set<LotId> some = new LinkedHashSet<>();
        for (var lot : t.lots) {
            if (lot.wallet.equals(wallet) && lot.free > 0 && !lot.expired(at)) {
                some.add(lot.id);
            }
        }
        for (var hold : t.holds.values()) {
            if (hold.wallet.equals(wallet) && hold.status.equals("open")) {
                hold.parts.stream()
                        .filter(part -> hold.standing(at) || !part.lot.expired(at))
                        .forEach(part -> some.add(part.lot.id));
            }
        }
        return some.size();
    }

    /** Why this cannot be paid; nothing where it can. An empty wallet has no currency that another could be told from. */
    String tooLittle(WalletId wallet, Money amount, Instant at) {
        if (available(wallet, amount.currency(), at) >= amount.amount()) {
            return null;
        }
        var currencies = currencies(wallet, at);
        return currencies.isEmpty() || currencies.contains(amount.currency())
                ? "INSUFFICIENT_FUNDS"
                : "CURRENCY_NOT_HELD";
    }

    /** Whether so many more lots may come, beside those that pending top-ups will bring. */
    boolean hasRoom(WalletId wallet, int more, int most, Instant at) {
        var pending = t.topUps.values().stream()
                .filter(it -> it.wallet.equals(wallet) && it.status.equals("asked"))
                .count();
        return lots(wallet, at) + pending + more <= most;
    }

    int standingHolds(WalletId wallet, Instant at) {
        var count = 0;
        for (var hold : t.holds.values()) {
            count += hold.wallet.equals(wallet) && hold.standing(at) ? 1 : 0;
        }
        return count;
    }

    /** The currencies that it has anything in, held or free. */
    Set<Currency> currencies(WalletId wallet, Instant at) {
        Set<Currency> some = new LinkedHashSet<>();
        for (var lot : t.lots) {
            if (lot.wallet.equals(wallet) && lot.free > 0 && !lot.expired(at)) {
                some.add(lot.currency);
            }
        }
        for (var hold : t.holds.values()) {
            if (hold.wallet.equals(wallet) && hold.status.equals("open")) {
                hold.parts.stream()
                        .filter(part -> hold.standing(at) || !part.lot.expired(at))
                        .forEach(part -> some.add(part.lot.currency));
            }
        }
        return some;
    }

    List<Rows.Hold> lapsed(WalletId wallet, Instant at) {
        var lapsed = new ArrayList<Rows.Hold>();
        for (var hold : t.holds.values()) {
            if (hold.wallet.equals(wallet) && hold.lapsed(at)) {
                lapsed.add(hold);
            }
        }
        return lapsed;
    }

    /** Takes it out of the lots, the next to be spent searched anew for each part. */
    List<Rows.Part> take(WalletId wallet, long amount, Currency currency, Instant at) {
        var parts = new ArrayList<Rows.Part>();
        for (var missing = amount; missing > 0; ) {
            var next = next(wallet, currency, at);
            var taken = Math.min(missing, next.free);
            next.free -= taken;
            missing -= taken;
            parts.add(next.part(taken));
        }
        return parts;
    }

    /** As much of its cash as there is, this lot's first, then in burn-down order; told in burn-down order. */
    List<Rows.Part> takeCash(WalletId wallet, @Nullable LotId first, long amount, Currency currency) {
        var parts = new ArrayList<Rows.Part>();
        for (var missing = amount; missing > 0; ) {
            Rows.Lot next = null;
            for (var lot : t.lots) {
                var cash = lot.wallet.equals(wallet) && lot.cash && lot.currency.equals(currency) && lot.free > 0;
                var sooner = next == null || lot.id.equals(first) || (!next.id.equals(first) && goesBefore(lot, next));
                next = cash && sooner ? lot : next;
            }
            if (next == null) {
                break;
            }
            var taken = Math.min(missing, next.free);
            next.free -= taken;
            missing -= taken;
            parts.add(next.part(taken));
        }
        return inOrder(parts);
    }

    private Rows.Lot next(WalletId wallet, Currency currency, Instant at) {
        Rows.Lot next = null;
        for (var lot : t.lots) {
            var spendable =
                    lot.wallet.equals(wallet) && lot.currency.equals(currency) && lot.free > 0 && !lot.expired(at);
            next = spendable && (next == null || goesBefore(lot, next)) ? lot : next;
        }
        return next;
    }

    /** Lots that expire go first, soonest first; then credit before cash; then oldest; then by id. */
    static boolean goesBefore(Rows.Lot one, Rows.Lot other) {
        var never = Instant.MAX;
        var ones = one.expires == null ? never : one.expires;
        var others = other.expires == null ? never : other.expires;
        if (!ones.equals(others)) {
            return ones.isBefore(others);
        }
        if (one.cash != other.cash) {
            return other.cash;
        }
        if (!one.since.equals(other.since)) {
            return one.since.isBefore(other.since);
        }
        return one.id.value().compareTo(other.id.value()) < 0;
    }

    /** In burn-down order, by the slowest way to sort. */
    static List<Rows.Part> inOrder(List<Rows.Part> parts) {
        var left = new ArrayList<>(parts);
        var sorted = new ArrayList<Rows.Part>();
        while (!left.isEmpty()) {
            var first = left.getFirst();
            for (var part : left) {
                first = goesBefore(part.lot, first.lot) ? part : first;
            }
            left.remove(first);
            sorted.add(first);
        }
        return sorted;
    }

    /** A lot of this top-up or grant: the one that was there before, however empty. */
    Rows.Lot lot(WalletId wallet, LotId id) {
        for (var lot : t.lots) {
            if (lot.id.equals(id) && lot.wallet.equals(wallet)) {
                return lot;
            }
        }
        return null;
    }

    Rows.Lot cashLot(WalletId wallet, LotId id, Currency currency, Instant at) {
        var known = lot(wallet, id);
        if (known != null && known.currency.equals(currency)) {
            return known;
        }
        var lot = new Rows.Lot();
        lot.id = id;
        lot.wallet = wallet;
        lot.cash = true;
        lot.currency = currency;
        lot.since = at;
        t.lots.add(lot);
        return lot;
    }

    static long sum(List<Rows.Part> parts, boolean cash) {
        return parts.stream()
                .filter(part -> part.lot.cash == cash)
                .mapToLong(part -> part.amount)
                .sum();
    }

    static long sum(List<Rows.Part> parts) {
        return parts.stream().mapToLong(part -> part.amount).sum();
    }
}
