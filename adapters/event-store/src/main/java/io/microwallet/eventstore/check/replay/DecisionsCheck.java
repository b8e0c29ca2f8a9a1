package io.microwallet.eventstore.check.replay;

import io.microwallet.core.ledger.LedgerEvent.WriterOpened;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RequestId;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether each decision stands in one piece under a key of its own. Keys that are indexed already are unique by the index's
 * primary key and its comparison with the log: only those behind it are remembered here.
 */
public final class DecisionsCheck {
    private final Findings findings;
    private final Map<RequestId, Long> unindexed = new HashMap<>();
    private long decision;
    private int missing;

    public DecisionsCheck(Findings findings) {
        this.findings = findings;
    }

    /** Takes one row's events. */
    public void check(List<RecordedEvent> events, boolean isIndexed) {
        for (var event : events) {
            if (event.request().isPresent()) {
                end();
                decision = event.position();
                missing = event.request().get().events() - 1;
            } else if (missing > 0) {
                missing--;
            } else if (!(event.event() instanceof WriterOpened)) {
                findings.add(FindingKind.DECISION_TORN, event.position(), "an event that belongs to no decision");
            }
            if (!isIndexed) {
                event.request().ifPresent(request -> remember(request.id(), event.position()));
            }
        }
        end();
    }

    private void end() {
        if (missing != 0) {
            findings.add(FindingKind.DECISION_TORN, decision, missing + " more events of this decision are not there");
        }
        missing = 0;
    }

    private void remember(RequestId id, long position) {
        var first = unindexed.putIfAbsent(id, position);
        if (first != null) {
            findings.add(
                    FindingKind.KEY_DECIDED_TWICE, position, "its key was decided at position " + first + " before");
        }
    }

    /** The keys behind the index, and where each was decided. */
    public Map<RequestId, Long> unindexed() {
        return unindexed;
    }
}
