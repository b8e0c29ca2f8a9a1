package io.microwallet.eventstore.codec;

import io.microwallet.core.journal.Account;

/** An account by its name, in which {@code *} stands for the first wallet or merchant that the event names. */
final class AccountCodec implements ValueCodec<Account> {
    @Override
    public void write(JsonBuffer out, Account account) {
        var mentioned = out.mentioned();
        var owner = account.owner();
        var isMentioned = owner != null && (owner.equals(mentioned.wallet()) || owner.equals(mentioned.merchant()));
        out.text(isMentioned ? account.pattern() : account.code());
    }

    @Override
    public Account read(JsonCursor in) {
        var mentioned = in.mentioned();
        var text = in.text();
        if (text.indexOf('*') >= 0) {
            return Account.of(text, mentioned.wallet(), mentioned.merchant());
        }
        var account = Account.parse(text);
        var owner = account.owner();
        if (owner != null && (owner.equals(mentioned.wallet()) || owner.equals(mentioned.merchant()))) {
            throw new IllegalArgumentException("an account of one that was named already, in full");
        }
        return account;
    }
}
