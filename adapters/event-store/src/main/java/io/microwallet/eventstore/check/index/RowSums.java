package io.microwallet.eventstore.check.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Compares two sets of rows that have positions, in bounded memory: sums of their hashes, over ranges of positions. The hashes are keyed with
 * what nobody can know beforehand, so that rows cannot be made up whose sums agree.
 */
public final class RowSums {
    private static final int RANGES_MAX = 1 << 16;

    private final int shift;
    private final long[] first;
    private final long[] second;
    private final long firstKey;
    private final long secondKey;

    /** Some positions, inclusive. */
    public record Range(long from, long to) {}

    /** {@code lastPosition}: the last one of any row that is compared. */
    public RowSums(long lastPosition, Random keys) {
        var bits = 0;
        while (lastPosition >>> bits >= RANGES_MAX) {
            bits++;
        }
        shift = bits;
        var ranges = (int) (lastPosition >>> shift) + 1;
        first = new long[ranges];
        second = new long[ranges];
        firstKey = keys.nextLong();
        secondKey = keys.nextLong();
    }

    /** A row that is to be there; its fields as numbers. */
    public void expect(long position, long... fields) {
        add(1, position, fields);
    }

    /** A row that is there. */
    public void find(long position, long... fields) {
        add(-1, position, fields);
    }

    private void add(int sign, long position, long[] fields) {
        var range = (int) (position >>> shift);
        first[range] += sign * hash(firstKey, position, fields);
        second[range] += sign * hash(secondKey, position, fields);
    }

    /** Where the rows that were expected and those that were found are not the same. */
    public List<Range> differing() {
        var differing = new ArrayList<Range>();
        for (var i = 0; i < first.length; i++) {
            if (first[i] != 0 || second[i] != 0) {
                differing.add(new Range((long) i << shift, ((long) (i + 1) << shift) - 1));
            }
        }
        return differing;
    }

    private static long hash(long key, long position, long[] fields) {
        var hash = mixed(key ^ position);
        for (var field : fields) {
            hash = mixed(hash + field);
        }
        return hash;
    }

    /** The finalizer of SplitMix64, Stafford's variant 13. */
    private static long mixed(long z) {
        z += 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
