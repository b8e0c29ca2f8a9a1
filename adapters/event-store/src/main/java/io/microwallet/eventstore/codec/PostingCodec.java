package io.microwallet.eventstore.codec;

import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.nio.charset.StandardCharsets;

/** A posting as an accountant writes it: {@code {"debit":"Assets:…","amount":1250,"currency":"EUR"}}. */
final class PostingCodec implements ValueCodec<Posting> {
    private static final byte[] DEBIT = ascii("{\"debit\":");
    private static final byte[] CREDIT = ascii("{\"credit\":");
    private static final byte[] AMOUNT = ascii(",\"amount\":");
    private static final byte[] CURRENCY = ascii(",\"currency\":");

    @Override
    public void write(JsonBuffer out, Posting posting) {
        out.raw(posting.side() == Side.DEBIT ? DEBIT : CREDIT);
        out.text(posting.account().code());
        out.raw(AMOUNT);
        out.number(posting.money().amount());
        out.raw(CURRENCY);
        out.text(posting.money().currency().code());
        out.raw('}');
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

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
