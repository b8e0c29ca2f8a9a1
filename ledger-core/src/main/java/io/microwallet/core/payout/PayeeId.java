package io.microwallet.core.payout;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.merchant.MerchantId;
import java.util.UUID;

/** Names a merchant as the one who is paid out: its payouts alone, so that its sales stand in no payout's way. */
public record PayeeId(UUID value) implements EntityId<Payee> {
    public static final String PREFIX = "payee";

    public static PayeeId of(MerchantId merchant) {
        return new PayeeId(merchant.value());
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.PAYEE, value);
    }

    @Override
    public Payee unborn() {
        return Payee.UNPAID;
    }

    @Override
    public String toString() {
        return text();
    }
}
