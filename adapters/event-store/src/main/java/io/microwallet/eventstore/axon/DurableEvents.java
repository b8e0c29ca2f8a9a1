package io.microwallet.eventstore.axon;

import io.microwallet.core.request.RecordedEvent;
import java.util.List;

/** Durable events in order, from memory where it reaches back far enough. */
@FunctionalInterface
public interface DurableEvents {
    /** The next events from a position on, at most so many; empty at the end of the log. */
    List<RecordedEvent> from(long position, int limit);
}
