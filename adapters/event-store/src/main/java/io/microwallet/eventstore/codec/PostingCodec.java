package io.microwallet.eventstore.codec;

import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.money.Money;

/** A posting as a plain text ledger has it, debits positive and credits negative: {@code ["Income:Commission",-62,"EUR"]}. */
final class PostingCodec implements ValueCodec<Posting> {
    private final AccountCodec accounts = new AccountCodec();

    @Override
    public void write(JsonBuffer out, Posting posting) {
        var money = posting.money();
        out.raw('[');
        accounts.write(out, posting.account());
        out.raw(',');
        out.number(posting.side() == Side.DEBIT ? money.amount() : -money.amount());
        out.raw(',');
        out.text(money.currency().code());
        out.raw(']');
    }

    @Override
    public Posting read(JsonCursor in) {
        in.expect('[');
        var account = accounts.read(in);
        in.expect(',');
        var amount = in.number();
        in.expect(',');
        var currency = in.currency();
        in.expect(']');
        return new Posting(account, amount > 0 ? Side.DEBIT : Side.CREDIT, new Money(Math.abs(amount), currency));
    }
}
