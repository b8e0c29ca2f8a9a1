package io.microwallet.core.topup;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Lot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a top-up has left again, and what of that has come back.
 *
 * @param askedBack by refunds, settled or on their way
 * @param chargedBack by disputes, in each currency by itself: before the money comes nobody knows in which it will
 * @param givenBack the cash lot that a won dispute brought, perhaps before the top-up's success; null for none
 */
public record TakenBack(
        Money askedBack, List<Money> chargedBack, @Nullable Lot givenBack) {
    public TakenBack {
        chargedBack = List.copyOf(chargedBack);
    }

    static TakenBack none(Currency currency) {
        return new TakenBack(Money.zero(currency), List.of(), null);
    }

    /** The same in the currency that came in the end: nothing was asked back before. */
    TakenBack in(Currency currency) {
        return askedBack.currency() == currency ? this : new TakenBack(Money.zero(currency), chargedBack, givenBack);
    }

    /** What may still be asked back of what came in; a dispute can leave less than nothing. */
    Money roomIn(Money broughtIn) {
        return atLeastNothing(atLeastNothing(broughtIn.minus(askedBack)).minus(charged(broughtIn.currency())));
    }

    TakenBack asked(Money more) {
        return ours(more) ? new TakenBack(counted(askedBack, more), chargedBack, givenBack) : this;
    }

    TakenBack notAsked(Money less) {
        return ours(less) ? new TakenBack(atLeastNothing(askedBack.minus(less)), chargedBack, givenBack) : this;
    }

    TakenBack charged(Money more) {
        return withCharged(counted(charged(more.currency()), more), givenBack);
    }

    /** @param lot what of it the wallet got; null for nothing */
    TakenBack won(Money less, @Nullable Lot lot) {
        return withCharged(atLeastNothing(charged(less.currency()).minus(less)), givenBack == null ? lot : givenBack);
    }

    /** By disputes, in one currency. */
    public Money charged(Currency currency) {
        for (var sum : chargedBack) {
            if (sum.currency() == currency) {
                return sum;
            }
        }
        return Money.zero(currency);
    }

    private TakenBack withCharged(Money sum, @Nullable Lot lot) {
        var sums = new ArrayList<Money>(chargedBack.size() + 1);
        for (var other : chargedBack) {
            if (other.currency() != sum.currency()) {
                sums.add(other);
            }
        }
        if (sum.isPositive()) {
            sums.add(sum);
        }
        return new TakenBack(askedBack, sums, lot);
    }

    private boolean ours(Money money) {
        return money.currency() == askedBack.currency();
    }

    private static Money counted(Money so, Money more) {
        return so.plus(more.atMost(new Money(Money.AMOUNT_MAX - so.amount(), so.currency())));
    }

    private static Money atLeastNothing(Money money) {
        return money.isNegative() ? Money.zero(money.currency()) : money;
    }
}
