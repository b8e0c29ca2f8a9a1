package io.microwallet.api.page.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The balance part of the page.
 *
 * @param totals one for each currency; a wallet that never held any has none
 * @param lots in burn-down order: what the next purchase takes first comes first
 * @param holds open ones, the first to lapse first: what is promised to whom, and until when
 * @param owed one amount for each currency in which a payment was taken back after its money was spent
 */
public record BalanceView(
        List<Total> totals,
        List<LotLine> lots,
        List<HoldLine> holds,
        List<MembershipLine> memberships,
        List<String> owed,
        Condition condition,
        int pendingTopUps) {
    /** What the wallet can do now. */
    public enum Condition {
        USABLE,
        FROZEN,
        OWING,
        CLOSED
    }

    /** Spendable now, in one currency. */
    public record Total(String amount, String currency) {}

    /** {@code expires} is null for cash. */
    public record LotLine(
            String kind, String amount, @Nullable String expires, boolean soon) {}

    /** {@code secondsLeft} is at least 1: what has lapsed is no hold. */
    public record HoldLine(String shop, String amount, String until, long secondsLeft) {}

    /** {@code until} says what becomes of it, and when. */
    public record MembershipLine(String plan, String until, boolean lapsed) {}

    public boolean isUsable() {
        return condition == Condition.USABLE;
    }

    public boolean isFrozen() {
        return condition == Condition.FROZEN;
    }

    public boolean isOwing() {
        return condition == Condition.OWING;
    }

    public boolean isClosed() {
        return condition == Condition.CLOSED;
    }
}
