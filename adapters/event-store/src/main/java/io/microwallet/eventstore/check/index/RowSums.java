package io.microwallet.eventstore.check.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Compares two sets of index rows in bounded memory: sums of their hashes, over ranges of positions. The hashes are keyed with
 * what nobody can know beforehand, so that rows cannot be made up whose sums agree.
 */
final class RowSums {
    private static final int RANGES_MAX = 1 << 16;

    private final int shift;
    private final long[] first;
    private final long[] second;
    private final long firstKey;
    private final long secondKey;

    /** Some positions, inclusive. */
    record Range(long from, long to) {}

    RowSums(long lastPosition, Random keys) {
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

    void expect(IndexEntry entry) {
        add(entry, 1);
    }

    void find(IndexEntry entry) {
        add(entry, -1);
    }

    private void add(IndexEntry entry, int sign) {
        var range = (int) (entry.position() >>> shift);
        first[range] += sign * hash(firstKey, entry);
        second[range] += sign * hash(secondKey, entry);
    }

    /** Where the rows that were expected and those that were found are not the same. */
    List<Range> differing() {
        var differing = new ArrayList<Range>();
        for (var i = 0; i < first.length; i++) {
            if (first[i] != 0 || second[i] != 0) {
                differing.add(new Range((long) i << shift, ((long) (i + 1) << shift) - 1));
            }
        }
        return differing;
    }

    private static long hash(long key, IndexEntry entry) {
        var hash = mixed(key ^ entry.kind());
        hash = mixed(hash + entry.first().getMostSignificantBits());
        hash = mixed(hash + entry.first().getLeastSignificantBits());
        hash = mixed(hash + entry.second().getMostSignificantBits());
        hash = mixed(hash + entry.second().getLeastSignificantBits());
        return mixed(hash + entry.position());
    }

    /** The finalizer of SplitMix64, Stafford's variant 13. */
    private static long mixed(long z) {
        z += 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
