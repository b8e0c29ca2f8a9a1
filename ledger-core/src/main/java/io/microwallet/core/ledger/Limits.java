package io.microwallet.core.ledger;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a ledger allows one wallet. Orders are held to it; what is given back and facts are booked whatever it says, and what
 * attendance earns waits until it fits.
 *
 * @param balance what a wallet may hold and await, an amount a currency at most; a currency that is not named has no such limit
 * @param topUp what may be asked for at once, in the same way
 * @param topUpsADay how many may be asked for on one day of the ledger's time zone, whatever becomes of them
 * @param openHolds how many holds may be open at once
 * @param openLots how many lots may have something left, those awaited included
 * @param refundGraceDays how long a refund into credit that has expired meanwhile can be spent
 */
public record Limits(
        List<Money> balance, List<Money> topUp, int topUpsADay, int openHolds, int openLots, int refundGraceDays) {
    public static final long BALANCE_MAX = 1_000_000_000_000_000L;
    public static final long TOP_UP_MAX = 1_000_000_000_000L;
    public static final int TOP_UPS_A_DAY_MAX = 1_000;
    public static final int OPEN_HOLDS_MAX = 100;
    public static final int OPEN_LOTS_MAX = 1_000;
    public static final int REFUND_GRACE_DAYS_MAX = 366;

    /** Those of a ledger that never changed them. */
    public static final Limits DEFAULT = new Limits(List.of(), List.of(), 50, 20, 200, 14);

    /** @throws IllegalArgumentException beyond a bound, below 1, or for a currency that is named twice */
    public Limits {
        balance = eachOnce(balance, BALANCE_MAX);
        topUp = eachOnce(topUp, TOP_UP_MAX);
        within(topUpsADay, TOP_UPS_A_DAY_MAX);
        within(openHolds, OPEN_HOLDS_MAX);
        within(openLots, OPEN_LOTS_MAX);
        within(refundGraceDays, REFUND_GRACE_DAYS_MAX);
    }

    /** What a wallet may hold of a currency; empty for no limit. */
    public Optional<Money> balance(Currency currency) {
        return of(balance, currency);
    }

    /** What may be asked for at once in a currency; empty for no limit but {@link #TOP_UP_MAX}. */
    public Optional<Money> topUp(Currency currency) {
        return of(topUp, currency);
    }

    /** Whether a wallet may hold and await so many minor units of a currency. */
    public boolean allowBalance(long amount, Currency currency) {
        var most = balance(currency);
        return most.isEmpty() || amount <= most.get().amount();
    }

    // Also asked when a sale is decided: no stream.
    private static Optional<Money> of(List<Money> limits, Currency currency) {
        for (var limit : limits) {
            if (limit.currency().equals(currency)) {
                return Optional.of(limit);
            }
        }
        return Optional.empty();
    }

    private static List<Money> eachOnce(List<Money> limits, long max) {
        var currencies = new HashSet<Currency>();
        for (var limit : limits) {
            if (limit.positive().amount() > max || !currencies.add(limit.currency())) {
                throw new IllegalArgumentException("a limit is 1 to " + max + ", once a currency");
            }
        }
        return List.copyOf(limits);
    }

    private static void within(int limit, int max) {
        if (limit < 1 || limit > max) {
            throw new IllegalArgumentException("a limit is 1 to " + max);
        }
    }
}
