package io.microwallet.api.export.span;

import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.money.Currency;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What every account of a ledger holds, in signed minor units with debits positive. Grows with the number of accounts alone:
 * about 60 bytes for each account of a wallet, an object for each other one.
 */
public final class AccountBalances {
    private final TreeMap<OwnAccount, Balance> own =
            new TreeMap<>(Comparator.comparing(OwnAccount::code).thenComparing(account -> account.currency.code()));
    private final WalletBalances wallets = new WalletBalances();

    /** Adds a posting of before the span. */
    void carry(Posting posting) {
        var amount = posting.money().amount();
        add(posting, posting.side() == Side.DEBIT ? amount : -amount, false);
    }

    /** Notes that the span itself posts to this account. */
    void touch(Posting posting) {
        add(posting, 0, true);
    }

    private void add(Posting posting, long signed, boolean inSpan) {
        var currency = posting.money().currency();
        if (posting.account() instanceof WalletFunds funds) {
            wallets.add(funds, currency, signed, inSpan);
        } else {
            addOwn(posting.account(), currency, signed, inSpan);
        }
    }

    private void addOwn(Account account, Currency currency, long signed, boolean inSpan) {
        var key = new OwnAccount(account.code(), account, currency);
        own.merge(key, new Balance(account, currency, signed, inSpan), Balance::plus);
    }

    /** The accounts that the span touches or that hold something before it: ours by code, then the wallets' as they came. */
    public Stream<Balance> used() {
        return Stream.concat(own.values().stream(), wallets.stream()).filter(Balance::isUsed);
    }

    private record OwnAccount(String code, Account account, Currency currency) {}

    /** One account in one currency. */
    public record Balance(Account account, Currency currency, long opening, boolean inSpan) {
        private Balance plus(Balance other) {
            return new Balance(account, currency, Math.addExact(opening, other.opening), inSpan || other.inSpan);
        }

        private boolean isUsed() {
            return inSpan || opening != 0;
        }
    }
}
