package io.microwallet.eventstore.check.finding;

import java.util.Comparator;

/** One thing that is wrong. {@code position} is the first that is wrong in this way, as far as it can be told. */
public record Finding(FindingKind kind, long position, String detail) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER =
            Comparator.comparingLong(Finding::position).thenComparing(Finding::kind);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
