package io.microwallet.core.request;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event in the log. */
public final class RecordedEvent {
    private final long position;
    private final Instant at;
    private final LedgerId ledger;
    private final Optional<RequestHeader> request;
    private final Event event;
    private final List<Tag> tags;

    /**
     * @param position gapless, from 0; position order is commit order
     * @param at the ledger's clock when it was decided, in microseconds; never earlier than the ledger's event before
     * @param request the call that it answers; present on the first event of each decision
     */
    public RecordedEvent(long position, Instant at, LedgerId ledger, Optional<RequestHeader> request, Event event) {
        this.position = position;
        this.at = at;
        this.ledger = ledger;
        this.request = request;
        this.event = event;
        this.tags = event.tags();
    }

    public long position() {
        return position;
    }

    public Instant at() {
        return at;
    }

    public LedgerId ledger() {
        return ledger;
    }

    public Optional<RequestHeader> request() {
        return request;
    }

    public Event event() {
        return event;
    }

    /** The event's tags, made once: who decides, caches and indexes it asks for them in turn. */
    public List<Tag> tags() {
        return tags;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecordedEvent recorded
                && position == recorded.position
                && at.equals(recorded.at)
                && ledger.equals(recorded.ledger)
                && request.equals(recorded.request)
                && event.equals(recorded.event);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }

    @Override
    public String toString() {
        return position + " " + at + ' ' + ledger + ' ' + request + ' ' + event;
    }
}
