package io.microwallet.eventstore.axon;

import io.microwallet.core.decision.Event;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** Our tags as Axon's pairs of texts, made only when someone looks: on the way into the log nobody does. */
final class AxonTags extends AbstractSet<Tag> {
    private final Event event;

    private AxonTags(Event event) {
        this.event = event;
    }

    static Set<Tag> of(EventMessage message) {
        return new AxonTags(Messages.recorded(message).event());
    }

    static Tag of(io.microwallet.core.decision.Tag tag) {
        return new Tag(tag.kind().name(), tag.id().toString());
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
