package io.microwallet.core.books;

import io.microwallet.core.money.Currency;

/** What was debited and credited to one control account in all; minor units. */
public record AccountTotal(String controlAccount, Currency currency, long debits, long credits) {}
