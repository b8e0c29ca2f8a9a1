package io.microwallet.core.wallet;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is left, spendable, of one top-up or one grant; {@code expires} is null for cash. */
public record Lot(
        LotId id,
        LotKind kind,
        Money left,
        Instant since,
        @Nullable Instant expires) {
    /** @throws IllegalArgumentException for a lot with nothing left, or cash that expires */
    public Lot {
        left.positive();
        if (kind == LotKind.CASH && expires != null) {
            throw new IllegalArgumentException("cash never expires");
        }
    }

    /** Whether it is of this currency and has not expired; at the instant that it expires it has. */
    public boolean isSpendable(Currency currency, Instant at) {
        return left.currency() == currency && (expires == null || at.isBefore(expires));
    }

    Lot with(Money rest) {
        return new Lot(id, kind, rest, since, expires);
    }
}
