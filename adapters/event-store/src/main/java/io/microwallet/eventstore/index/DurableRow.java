package io.microwallet.eventstore.index;

import io.microwallet.core.decision.Tag;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.log.Head;
import java.util.List;

/** A committed row as it is kept in memory. */
public record DurableRow(Head head, List<RecordedEvent> events) {
    public long first() {
        return head.position();
    }

    public long last() {
        return head.last();
    }

    public RecordedEvent at(long position) {
        return events.get(Math.toIntExact(position - first()));
    }

    public List<RecordedEvent> tagged(Tag tag) {
        return events.stream().filter(e -> e.event().tags().contains(tag)).toList();
    }
}
