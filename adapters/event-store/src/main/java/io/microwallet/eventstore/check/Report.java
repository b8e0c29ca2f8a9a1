package io.microwallet.eventstore.check;

import io.microwallet.eventstore.check.finding.Finding;
import io.microwallet.eventstore.check.finding.Findings;
import java.util.List;
import java.util.Optional;

/**
 * What {@code fsck} saw in one snapshot.
 *
 * @param position of the last event; -1 for an empty log
 * @param chain of the last row, lower-case hex
 * @param indexed the indexer's own position
 * @param heads how many signed heads the log was compared with: without one, a tail that was cut off is not seen
 * @param findings in the order of their positions, of each kind at most {@link Findings#KEPT_OF_A_KIND}
 * @param found how many there are in all
 */
public record Report(
        long position, String chain, long events, long indexed, int heads, List<Finding> findings, long found) {
    public Report {
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return findings.isEmpty();
    }

    /** The finding at the first wrong position. */
    public Optional<Finding> first() {
        return findings.stream().findFirst();
    }
}
