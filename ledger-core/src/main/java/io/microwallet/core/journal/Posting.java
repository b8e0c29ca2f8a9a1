package io.microwallet.core.journal;

import io.microwallet.core.money.Money;

/** One line of a journal entry: a positive amount on one side of one account. */
public record Posting(Account account, Side side, Money money) {
    /** @throws IllegalArgumentException unless the amount is positive */
    public Posting {
        if (!money.isPositive()) {
            throw new IllegalArgumentException("a posting moves a positive amount");
        }
    }

    public static Posting debit(Account account, Money money) {
        return new Posting(account, Side.DEBIT, money);
    }

    public static Posting credit(Account account, Money money) {
        return new Posting(account, Side.CREDIT, money);
    }
}
