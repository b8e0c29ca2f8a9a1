package io.microwallet.eventstore.codec;

import io.microwallet.core.money.Money;

/** Money as {@code [1250,"EUR"]}. */
final class MoneyCodec implements ValueCodec<Money> {
    @Override
    public void write(JsonBuffer out, Money money) {
        out.raw('[');
        writeParts(out, money);
        out.raw(']');
    }

    @Override
    public Money read(JsonCursor in) {
        in.expect('[');
        var money = readParts(in);
        in.expect(']');
        return money;
    }

    /** Without the brackets. */
    static void writeParts(JsonBuffer out, Money money) {
        out.number(money.amount());
        out.raw(',');
        out.text(money.currency().code());
    }

    static Money readParts(JsonCursor in) {
        var amount = in.number();
        in.expect(',');
        return new Money(amount, in.currency());
    }
}
