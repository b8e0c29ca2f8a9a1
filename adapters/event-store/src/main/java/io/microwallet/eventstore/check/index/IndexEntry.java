package io.microwallet.eventstore.check.index;

import java.util.UUID;

/** One row of {@code event_tag} (a kind and an id) or of {@code request} (a client and a key). */
record IndexEntry(int kind, UUID first, UUID second, long position) implements Comparable<IndexEntry> {
    /** All but its position. */
    long[] fields() {
        return new long[] {
            kind,
            first.getMostSignificantBits(),
            first.getLeastSignificantBits(),
            second.getMostSignificantBits(),
            second.getLeastSignificantBits()
        };
    }

    @Override
    public int compareTo(IndexEntry other) {
        return Long.compare(position, other.position);
    }
}
