package io.microwallet.core.ledger;

import static java.util.Objects.requireNonNullElse;

import io.microwallet.core.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits that an admin names; null for each that stays. */
public record LimitsChange(
        @Nullable List<Money> balance,
        @Nullable List<Money> topUp,
        @Nullable Integer topUpsADay,
        @Nullable Integer openHolds,
        @Nullable Integer openLots,
        @Nullable Integer refundGraceDays) {

    /** Names all of them. */
    public static LimitsChange to(Limits limits) {
        return new LimitsChange(
                limits.balance(),
                limits.topUp(),
                limits.topUpsADay(),
                limits.openHolds(),
                limits.openLots(),
                limits.refundGraceDays());
    }

    Limits of(Limits before) {
        return new Limits(
                requireNonNullElse(balance, before.balance()),
                requireNonNullElse(topUp, before.topUp()),
                requireNonNullElse(topUpsADay, before.topUpsADay()),
                requireNonNullElse(openHolds, before.openHolds()),
                requireNonNullElse(openLots, before.openLots()),
                requireNonNullElse(refundGraceDays, before.refundGraceDays()));
    }
}
