package io.microwallet.core.topup;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;

/** What of a top-up has left again: {@code askedBack} by refunds, settled or on their way, {@code chargedBack} by disputes. */
public record TakenBack(Money askedBack, Money chargedBack) {
    static TakenBack none(Currency currency) {
        return new TakenBack(Money.zero(currency), Money.zero(currency));
    }

    /** The same in the currency that came in the end. */
    TakenBack in(Currency currency) {
        return askedBack.currency() == currency ? this : none(currency);
    }

    /** What may still be asked back of what came in; a dispute can leave less than nothing. */
    Money roomIn(Money broughtIn) {
        return atLeastNothing(atLeastNothing(broughtIn.minus(askedBack)).minus(chargedBack));
    }

    TakenBack asked(Money more) {
        return ours(more) ? new TakenBack(counted(askedBack, more), chargedBack) : this;
    }

    TakenBack notAsked(Money less) {
        return ours(less) ? new TakenBack(atLeastNothing(askedBack.minus(less)), chargedBack) : this;
    }

    TakenBack charged(Money more) {
        return ours(more) ? new TakenBack(askedBack, counted(chargedBack, more)) : this;
    }

    TakenBack won(Money less) {
        return ours(less) ? new TakenBack(askedBack, atLeastNothing(chargedBack.minus(less))) : this;
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
