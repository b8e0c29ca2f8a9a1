package io.microwallet.eventstore.codec;

import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;

/** A posting as the first releases wrote it: {@code {"debit":"Assets:…","amount":1250,"currency":"EUR"}}. */
final class SpelledOutPosting implements ValueCodec<Posting> {
    private static final byte[] DEBIT = JsonBuffer.ascii("{\"debit\":");
    private static final byte[] CREDIT = JsonBuffer.ascii("{\"credit\":");
    private static final byte[] AMOUNT = JsonBuffer.ascii(",\"amount\":");
    private static final byte[] CURRENCY = JsonBuffer.ascii(",\"currency\":");

    @Override
    public void write(JsonBuffer out, Posting posting) {
        throw new IllegalArgumentException("it is written so no more");
    }

    @Override
    public Posting read(JsonCursor in) {
        var side = in.skip(DEBIT) ? Side.DEBIT : Side.CREDIT;
        if (side == Side.CREDIT) {
            in.expect(CREDIT);
        }
        var account = Account.parse(in.text());
        in.expect(AMOUNT);
        var amount = in.number();
        in.expect(CURRENCY);
        var currency = Currency.of(in.text());
        in.expect('}');
        return new Posting(account, side, new Money(amount, currency));
    }
}
