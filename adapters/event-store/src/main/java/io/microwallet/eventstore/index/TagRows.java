package io.microwallet.eventstore.index;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** Rows of {@code event_tag}, column by column: hundreds of thousands of them are sorted and written a second. */
public final class TagRows {
    private static final int KIND_BITS = 8;

    private int size;
    private int[] kinds = new int[1 << 10];
    private long[] highs = new long[1 << 10];
    private long[] lows = new long[1 << 10];
    private long[] positions = new long[1 << 10];

    /** Takes one row; the id as its two halves. */
    @FunctionalInterface
    public interface Each {
        void row(int kind, long high, long low, long position);
    }

    void add(int kind, UUID id, long position) {
        if (size == kinds.length) {
            grow();
        }
        kinds[size] = kind;
        highs[size] = id.getMostSignificantBits();
        lows[size] = id.getLeastSignificantBits();
        positions[size] = position;
        size++;
    }

    private void grow() {
        kinds = Arrays.copyOf(kinds, 2 * size);
        highs = Arrays.copyOf(highs, 2 * size);
        lows = Arrays.copyOf(lows, 2 * size);
        positions = Arrays.copyOf(positions, 2 * size);
    }

    /** In the order in which they came. */
    public void forEach(Each each) {
        for (var row = 0; row < size; row++) {
            each.row(kinds[row], highs[row], lows[row], positions[row]);
        }
    }

    void write(BinaryCopy copy, int partition) throws SQLException {
        for (var row : RowOrder.of(size, this::rank)) {
            copy.row(4)
                    .smallint(partition)
                    .smallint(kinds[row])
                    .uuid(highs[row], lows[row])
                    .bigint(positions[row]);
        }
    }

    /** PostgreSQL compares UUIDs byte by byte, unsigned. */
    private long rank(int row) {
        var idBits = RowOrder.RANK_BITS - KIND_BITS;
        return (long) kinds[row] << idBits | highs[row] >>> Long.SIZE - idBits;
    }
}
