package io.microwallet.eventstore.index;

import io.microwallet.core.decision.Tag;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.log.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A committed row as it is kept in memory. */
public final class DurableRow {
    private final Head head;
    private final List<RecordedEvent> events;
    private volatile @Nullable TagFilter filter;

    public DurableRow(Head head, List<RecordedEvent> events) {
        this.head = head;
        this.events = events;
    }

    public Head head() {
        return head;
    }

    public List<RecordedEvent> events() {
        return events;
    }

    public long first() {
        return head.position();
    }

    public long last() {
        return head.last();
    }

    public RecordedEvent at(long position) {
        return events.get(Math.toIntExact(position - first()));
    }

    /** Its events with a tag. Whoever loads a state asks every row in memory: most can say at once that they have none. */
    public List<RecordedEvent> tagged(Tag tag) {
        return filter().mayContain(tag)
                ? events.stream().filter(e -> e.tags().contains(tag)).toList()
                : List.of();
    }

    /** Made for the first who asks; made twice where two ask at once, which does no harm. */
    private TagFilter filter() {
        var made = filter;
        if (made == null) {
            made = TagFilter.of(events);
            filter = made;
        }
        return made;
    }
}
