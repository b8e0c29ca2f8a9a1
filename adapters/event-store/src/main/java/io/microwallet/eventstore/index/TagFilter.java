package io.microwallet.eventstore.index;

import io.microwallet.core.decision.Tag;
import io.microwallet.core.request.RecordedEvent;
import java.util.List;

/** A Bloom filter over the tags of some events: "no" is certain, "perhaps" is wrong for about one tag in forty. */
final class TagFilter {
    private static final int BITS_AN_EVENT = 32;
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final long[] bits;

    private TagFilter(int events) {
        bits = new long[Integer.highestOneBit(Math.max(1, events * BITS_AN_EVENT / Long.SIZE) * 2 - 1)];
    }

    static TagFilter of(List<RecordedEvent> events) {
        var filter = new TagFilter(events.size());
        events.forEach(recorded -> recorded.tags().forEach(filter::add));
        return filter;
    }

    private void add(Tag tag) {
        var hash = hash(tag);
        bits[word(hash)] |= 1L << hash;
        bits[word(hash >>> Integer.SIZE)] |= 1L << (hash >>> Integer.SIZE);
    }

    boolean mayContain(Tag tag) {
        var hash = hash(tag);
        return (bits[word(hash)] >>> hash & bits[word(hash >>> Integer.SIZE)] >>> (hash >>> Integer.SIZE) & 1) != 0;
    }

    /** Which word: six bits further on are the bit in it. */
    private int word(long hash) {
        return (int) (hash >>> 6) & bits.length - 1;
    }

    /** Each half of it names one bit. */
    private static long hash(Tag tag) {
        var id = tag.id();
        var mixed = (id.getMostSignificantBits() ^ tag.kind().code() + id.getLeastSignificantBits() * GOLDEN_RATIO)
                * GOLDEN_RATIO;
        return mixed ^ mixed >>> Integer.SIZE;
    }
}
