package io.microwallet.eventstore.check.replay;

import java.util.Arrays;

/**
 * What one merchant was owed in one currency at each position, and what of it was asked for by then: a payout is reckoned from
 * what was payable at an earlier position. Three numbers an entry.
 */
final class PayableHistory {
    private static final int ENTRIES_AT_FIRST = 16;

    private long[] positions = new long[ENTRIES_AT_FIRST];
    private long[] owed = new long[ENTRIES_AT_FIRST];
    private long[] asked = new long[ENTRIES_AT_FIRST];
    private int entries;

    /** Below zero, the merchant owes it. */
    long owed() {
        return entries == 0 ? 0 : owed[entries - 1];
    }

    /** Credits more of it, or less. */
    void credit(long position, long more) {
        add(position, owed() + more, asked());
    }

    /** What could be asked for of what was payable up to a position, less all that was asked for since. */
    long left(long position) {
        var then = entryAt(position);
        return then < 0 ? -asked() : owed[then] - (asked() - asked[then]);
    }

    void ask(long position, long amount) {
        add(position, owed(), asked() + amount);
    }

    private long asked() {
        return entries == 0 ? 0 : asked[entries - 1];
    }

    private int entryAt(long position) {
        var found = Arrays.binarySearch(positions, 0, entries, position);
        return found >= 0 ? found : -found - 2;
    }

    private void add(long position, long owed, long asked) {
        if (entries == 0 || positions[entries - 1] != position) {
            grow();
            positions[entries++] = position;
        }
        this.owed[entries - 1] = owed;
        this.asked[entries - 1] = asked;
    }

    private void grow() {
        if (entries == positions.length) {
            positions = Arrays.copyOf(positions, 2 * entries);
            owed = Arrays.copyOf(owed, 2 * entries);
            asked = Arrays.copyOf(asked, 2 * entries);
        }
    }
}
