package io.microwallet.eventstore.axon;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.log.Span;
import java.util.List;

/** Durable events in order, from memory where it reaches back far enough. */
public interface DurableEvents {
    /** The next events from a position on, at most so many; empty at the end of the log. */
    List<RecordedEvent> from(long position, int limit);

    /** Where the next rows from a position on begin and end, some of them; empty at the end of the log. */
    List<Span> spans(long position);
}
