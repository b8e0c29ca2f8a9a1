package io.microwallet.core.journal;

/** The two sides of an account. */
public enum Side {
    DEBIT,
    CREDIT
}
