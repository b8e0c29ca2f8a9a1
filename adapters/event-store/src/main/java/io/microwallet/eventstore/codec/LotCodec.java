package io.microwallet.eventstore.codec;

import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lot as {@code ["lot_…","CASH",1250,"EUR",since]}; behind that, for a credit alone, when it expires or {@code null}, and its
 * funder: {@code "PLAN"}, {@code "LEDGER"} or the merchant.
 */
final class LotCodec implements ValueCodec<Lot> {
    private static final byte[] CASH = JsonBuffer.ascii(",\"CASH\",");
    private static final byte[] CREDIT = JsonBuffer.ascii(",\"CREDIT\",");
    private static final byte[] NEVER = JsonBuffer.ascii("null");
    private static final byte[] PLAN = JsonBuffer.ascii("\"PLAN\"");
    private static final byte[] LEDGER = JsonBuffer.ascii("\"LEDGER\"");

    private final IdentifierCodec ids = new IdentifierCodec(LotId.class);
    private final IdentifierCodec merchants = new IdentifierCodec(MerchantId.class);

    @Override
    public void write(JsonBuffer out, Lot lot) {
        out.raw('[');
        ids.write(out, lot.id());
        out.raw(lot.kind() == LotKind.CASH ? CASH : CREDIT);
        MoneyCodec.writeParts(out, lot.amount());
        out.raw(',');
        out.number(Micros.of(lot.since()));
        if (lot.funder() != null) {
            write(out, lot.expires(), lot.funder());
        }
        out.raw(']');
    }

    private void write(JsonBuffer out, @Nullable Instant expires, Funder funder) {
        out.raw(',');
        if (expires == null) {
            out.raw(NEVER);
        } else {
            out.number(Micros.of(expires));
        }
        out.raw(',');
        if (funder.merchant() != null) {
            merchants.write(out, funder.merchant());
        } else {
            out.raw(funder.kind() == Funder.Kind.PLAN ? PLAN : LEDGER);
        }
    }

    @Override
    public Lot read(JsonCursor in) {
        in.expect('[');
        var id = (LotId) ids.read(in);
        var isCash = in.skip(CASH);
        if (!isCash) {
            in.expect(CREDIT);
        }
        var amount = MoneyCodec.readParts(in);
        in.expect(',');
        var since = Micros.at(in.number());
        var lot = isCash ? Lot.cash(id, amount, since) : Lot.credit(id, amount, since, expires(in), funder(in));
        in.expect(']');
        return lot;
    }

    private static @Nullable Instant expires(JsonCursor in) {
        in.expect(',');
        return in.skip(NEVER) ? null : Micros.at(in.number());
    }

    private Funder funder(JsonCursor in) {
        in.expect(',');
        if (in.skip(PLAN)) {
            return Funder.plan();
        }
        return in.skip(LEDGER) ? Funder.ledger() : Funder.merchant((MerchantId) merchants.read(in));
    }
}
