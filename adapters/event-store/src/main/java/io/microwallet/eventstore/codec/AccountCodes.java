package io.microwallet.eventstore.codec;

import io.microwallet.core.journal.Account;

/** Reads the code of an account back into the account. */
final class AccountCodes {
    private AccountCodes() {}

    /** @throws IllegalArgumentException for what is no account of the chart, or is not spelt as we spell it */
    static Account parse(String code) {
        var account = Account.parse(code);
        if (!account.code().equals(code)) {
            throw new IllegalArgumentException("not the code of an account");
        }
        return account;
    }
}
