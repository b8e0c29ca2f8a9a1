package io.microwallet.eventstore.axon;

import io.microwallet.core.decision.Event;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.write.StagedEvent;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** Our tags as Axon's pairs of texts, made only when someone looks: on the way into the log nobody does. */
final class AxonTags extends AbstractSet<Tag> {
    private final Event event;

    private AxonTags(Event event) {
        this.event = event;
    }

    static Set<Tag> of(EventMessage message) {
        return switch (message.payload()) {
            case StagedEvent staged -> new AxonTags(staged.recorded().event());
            case RecordedEvent recorded -> new AxonTags(recorded.event());
            case null, default -> throw new IllegalArgumentException("not an event of this store");
        };
    }

    static Tag of(io.microwallet.core.decision.Tag tag) {
        return new Tag(tag.kind().name(), tag.id().toString());
    }

    /** @throws IllegalArgumentException for a tag that is none of ours */
    static io.microwallet.core.decision.Tag from(Tag tag) {
        return new io.microwallet.core.decision.Tag(
                io.microwallet.core.decision.Tag.Kind.valueOf(tag.key()), UUID.fromString(tag.value()));
    }

    private List<Tag> tags() {
        return event.tags().stream().map(AxonTags::of).distinct().toList();
    }

    @Override
    public Iterator<Tag> iterator() {
        return tags().iterator();
    }

    @Override
    public int size() {
        return tags().size();
    }
}
