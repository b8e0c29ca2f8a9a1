package io.microwallet.eventstore.index;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Puts rows into the order of a btree as far as it matters, so that a batch's writes stay together: by the first 39 bits of what
 * they are sorted by, and among equal ones in the order in which they came. Rank and row fit one number, so that what is sorted is
 * numbers only.
 */
final class RowOrder {
    static final int RANK_BITS = 39;
    private static final int ROW_BITS = 24;
    private static final int ROW_MASK = (1 << ROW_BITS) - 1;

    private RowOrder() {}

    /**
     * The rows' numbers in their order.
     *
     * @param rows at most 2^24
     * @param rank what they are sorted by, {@value #RANK_BITS} bits of it
     */
    static int[] of(int rows, IntToLongFunction rank) {
        if (rows > ROW_MASK + 1) {
            throw new IllegalArgumentException("so many rows are not sorted at once: " + rows);
        }
        var ranked = new long[rows];
        for (var row = 0; row < rows; row++) {
            ranked[row] = rank.applyAsLong(row) << ROW_BITS | row;
        }
        Arrays.sort(ranked);
        var order = new int[rows];
        for (var place = 0; place < rows; place++) {
            order[place] = (int) ranked[place] & ROW_MASK;
        }
        return order;
    }
}
