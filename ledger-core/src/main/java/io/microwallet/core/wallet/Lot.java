package io.microwallet.core.wallet;

import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is left of one top-up or one grant, or a part that was taken from it: a part knows its lot well enough to go back there,
 * though the lot be spent by then.
 *
 * @param since when the lot began
 * @param expires null for cash, and for credit that stays
 * @param funder who paid for a credit; null for cash
 */
public record Lot(
        LotId id,
        LotKind kind,
        Money amount,
        Instant since,
        @Nullable Instant expires,
        @Nullable Funder funder) {
    /** @throws IllegalArgumentException for a lot of nothing, cash that expires or was given, or credit that nobody paid for */
    public Lot {
        amount.positive();
        if (kind == LotKind.CASH && (expires != null || funder != null)) {
            throw new IllegalArgumentException("cash never expires, and nobody gives it");
        }
        if (kind == LotKind.CREDIT && funder == null) {
            throw new IllegalArgumentException("somebody pays for a credit");
        }
    }

    public static Lot cash(LotId id, Money amount, Instant since) {
        return new Lot(id, LotKind.CASH, amount, since, null, null);
    }

    public static Lot credit(LotId id, Money amount, Instant since, @Nullable Instant expires, Funder funder) {
        return new Lot(id, LotKind.CREDIT, amount, since, expires, funder);
    }

    /** Whether it is of this currency and has not expired; at the instant that it expires it has. */
    public boolean isSpendable(Currency currency, Instant at) {
        return amount.currency() == currency && !hasExpired(at);
    }

    /** At the instant that it expires it has. */
    public boolean hasExpired(Instant at) {
        return expires != null && !at.isBefore(expires);
    }

    /** The merchant that paid for it, if one did. */
    public Optional<MerchantId> payer() {
        return funder == null ? Optional.empty() : Optional.ofNullable(funder.merchant());
    }

    /** As much of the same lot. */
    public Lot of(Money part) {
        return new Lot(id, kind, part, since, expires, funder);
    }
}
