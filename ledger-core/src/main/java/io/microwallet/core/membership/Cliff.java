package io.microwallet.core.membership;

import io.microwallet.core.money.Money;

/** Whoever was at so many different pop-ups gets a credit, once a membership. */
public record Cliff(int popUps, Money credit, int lifetimeDays) {
    public static final int POP_UPS_MAX = 100;

    /** @throws IllegalArgumentException out of bounds, or for a credit of nothing */
    public Cliff {
        credit.positive();
        if (popUps < 1 || popUps > POP_UPS_MAX) {
            throw new IllegalArgumentException("a cliff stands at 1 to " + POP_UPS_MAX + " pop-ups");
        }
        PlanTerms.requireLifetime(lifetimeDays);
    }
}
