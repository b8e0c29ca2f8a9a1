package io.microwallet.core.membership;

import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUpRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a plan costs and gives; it never changes, so that a member knows what a renewal brings.
 *
 * @param price of a period
 * @param credit given at the begin of each period; null for none
 * @param creditLifetimeDays how long that credit can be spent; 0 where there is none
 */
public record PlanTerms(
        Money price, int periodDays, @Nullable Money credit, int creditLifetimeDays, Benefits benefits) {
    public static final int PERIOD_DAYS_MAX = 3_660;
    public static final int LIFETIME_DAYS_MAX = 3_660;

    /** @throws IllegalArgumentException out of bounds, or for more than one currency */
    public PlanTerms {
        requireAmount(price, price);
        if (periodDays < 1 || periodDays > PERIOD_DAYS_MAX) {
            throw new IllegalArgumentException("a period has 1 to " + PERIOD_DAYS_MAX + " days");
        }
        if (credit != null) {
            requireAmount(credit, price);
            requireLifetime(creditLifetimeDays);
        } else if (creditLifetimeDays != 0) {
            throw new IllegalArgumentException("no credit has no lifetime");
        }
        for (var cliff : benefits.cliffs()) {
            requireAmount(cliff.credit(), price);
        }
    }

    public Duration period() {
        return Duration.ofDays(periodDays);
    }

    static void requireLifetime(int days) {
        if (days < 1 || days > LIFETIME_DAYS_MAX) {
            throw new IllegalArgumentException("a credit lives for 1 to " + LIFETIME_DAYS_MAX + " days");
        }
    }

    private static void requireAmount(Money amount, Money price) {
        amount.positive();
        if (amount.amount() > TopUpRules.AMOUNT_MAX || amount.currency() != price.currency()) {
            throw new IllegalArgumentException("a plan's amounts have one currency and a bound");
        }
    }
}
