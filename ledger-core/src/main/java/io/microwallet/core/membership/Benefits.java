package io.microwallet.core.membership;

import java.util.List;

/** What a membership is good for while it runs; {@code cliffs} by rising numbers of pop-ups. */
public record Benefits(int earlyAccessMinutes, MemberPrice memberPrice, List<Cliff> cliffs) {
    public static final int EARLY_ACCESS_MINUTES_MAX = 10_080;
    public static final int CLIFFS_MAX = 10;

    /** @throws IllegalArgumentException out of bounds, or for two cliffs in one place or out of order */
    public Benefits {
        cliffs = List.copyOf(cliffs);
        if (earlyAccessMinutes < 0 || earlyAccessMinutes > EARLY_ACCESS_MINUTES_MAX) {
            throw new IllegalArgumentException("early access is a week at most");
        }
        if (cliffs.size() > CLIFFS_MAX) {
            throw new IllegalArgumentException("a plan has " + CLIFFS_MAX + " cliffs at most");
        }
        for (var i = 1; i < cliffs.size(); i++) {
            if (cliffs.get(i - 1).popUps() >= cliffs.get(i).popUps()) {
                throw new IllegalArgumentException("cliffs stand at rising numbers of pop-ups");
            }
        }
    }

    /** As many pop-ups as are worth counting. */
    public int popUpsThatCount() {
        return cliffs.isEmpty() ? 0 : cliffs.getLast().popUps();
    }
}
