package io.microwallet.core.money;

/**
 * An amount in one currency, in minor units, from −(2^53−1) to 2^53−1: what every JSON reader holds exactly. Arithmetic is
 * exact; beyond the bounds or across currencies it throws.
 */
public record Money(long amount, Currency currency) implements Comparable<Money> {
    public static final long AMOUNT_MAX = (1L << 53) - 1;

    /** @throws ArithmeticException beyond ±{@link #AMOUNT_MAX} */
    public Money {
        if (amount > AMOUNT_MAX || amount < -AMOUNT_MAX) {
            throw new ArithmeticException("beyond 2^53-1 minor units");
        }
    }

    public static Money of(long amount, String currency) {
        return new Money(amount, Currency.of(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amount, same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, same(other).amount), currency);
    }

    public Money negated() {
        return new Money(-amount, currency);
    }

    /** This amount. @throws IllegalArgumentException unless it is positive */
    public Money positive() {
        if (amount <= 0) {
            throw new IllegalArgumentException("an amount is positive");
        }
        return this;
    }

    public boolean isPositive() {
        return amount > 0;
    }

    public boolean isZero() {
        return amount == 0;
    }

    public boolean isNegative() {
        return amount < 0;
    }

    public Money atMost(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** @throws IllegalArgumentException across currencies */
    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, same(other).amount);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " is not " + other.currency);
        }
        return other;
    }
}
