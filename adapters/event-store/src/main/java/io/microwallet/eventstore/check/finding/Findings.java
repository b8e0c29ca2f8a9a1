package io.microwallet.eventstore.check.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is found: all of it is counted, and so much of each kind is kept. */
public final class Findings {
    public static final int KEPT_OF_A_KIND = 100;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);

    public void add(FindingKind kind, long position, String detail) {
        if (counts.merge(kind, 1L, Long::sum) <= KEPT_OF_A_KIND) {
            kept.add(new Finding(kind, position, detail));
        }
    }

    public List<Finding> inOrder() {
        return kept.stream().sorted().toList();
    }

    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
