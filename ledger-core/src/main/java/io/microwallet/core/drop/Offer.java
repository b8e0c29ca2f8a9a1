package io.microwallet.core.drop;

import io.microwallet.core.money.Money;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a drop sells, and on which terms.
 *
 * @param stock units, 1 to {@link #STOCK_MAX}
 * @param memberPrice what a member pays whose plan gives it; null where all pay the same
 * @param unitsAWallet how many units one wallet may have, held and bought together: 1 to the stock
 * @param holdSeconds how long a hold keeps a unit
 */
public record Offer(
        int stock,
        Money price,
        @Nullable Money memberPrice,
        EarlyAccess earlyAccess,
        int unitsAWallet,
        int holdSeconds) {
    public static final int STOCK_MAX = 1_000_000;
    public static final int HOLD_SECONDS_MIN = 60;
    public static final int HOLD_SECONDS_MAX = (int) Duration.ofDays(30).toSeconds();

    /** Who may buy before a drop opens to everybody. */
    public enum EarlyAccess {
        NOBODY,
        /** Members, by as many minutes as their plan gives. */
        MEMBERS
    }

    /** @throws IllegalArgumentException for numbers out of bounds, or two prices of which the member's is no better */
    public Offer {
        requireWithin(1, stock, STOCK_MAX);
        requireWithin(1, unitsAWallet, stock);
        requireHoldSeconds(holdSeconds);
        price.positive();
        if (memberPrice != null && memberPrice.positive().compareTo(price) > 0) {
            throw new IllegalArgumentException("a member pays at most what everybody pays");
        }
    }

    /** @throws IllegalArgumentException unless {@link #HOLD_SECONDS_MIN} to {@link #HOLD_SECONDS_MAX} */
    public static void requireHoldSeconds(int seconds) {
        requireWithin(HOLD_SECONDS_MIN, seconds, HOLD_SECONDS_MAX);
    }

    private static void requireWithin(int min, int value, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("%d is not %d to %d".formatted(value, min, max));
        }
    }
}
