package io.microwallet.core.wallet;

import io.microwallet.core.drop.DropId;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Funds that are reserved for one sale: parts of lots, in burn-down order, until they are captured or let go. */
public record OpenHold(
        HoldId id,
        MerchantId merchant,
        @Nullable DropId drop,
        @Nullable PopUpId popUp,
        Money amount,
        List<Lot> lots,
        Instant expires) {
    /** @throws IllegalArgumentException for a hold on nothing */
    public OpenHold {
        lots = List.copyOf(lots);
        amount.positive();
    }

    /** What it still holds. */
    public Money held() {
        return held(amount.currency());
    }

    /** Whether a part of it was captured: then its unit is sold. */
    public boolean isCapturedInPart() {
        return held().compareTo(amount) < 0;
    }

    /** The parts that pay an amount: a lot that expired while it was held still pays. @throws IllegalArgumentException beyond {@link #held} */
    public List<Lot> take(Money captured) {
        return BurnDown.take(lots, captured, Instant.MIN);
    }

    /** What it lets go of once these parts are captured. */
    public LetGo letGo(List<Lot> captured, Instant at) {
        return LetGo.of(BurnDown.without(lots, captured), at);
    }

    /** What of one currency it still holds. */
    public Money held(Currency currency) {
        return BurnDown.sum(lots, LotKind.CASH, currency).plus(BurnDown.sum(lots, LotKind.CREDIT, currency));
    }

    /** At the instant that it expires it has lapsed. */
    public boolean hasLapsed(Instant at) {
        return !at.isBefore(expires);
    }

    OpenHold without(List<Lot> captured) {
        return new OpenHold(id, merchant, drop, popUp, amount, BurnDown.without(lots, captured), expires);
    }
}
