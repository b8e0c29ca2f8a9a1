package io.microwallet.eventstore.axon;

import io.microwallet.core.decision.EventCatalog;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.write.StagedEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/** Our commands and events as Axon's messages. An event's identifier is its position: no random number an event. */
public final class Messages {
    public static final MessageType GROUP = new MessageType("io.microwallet", "decide-group", "1");

    /** What a row of the log is to a projection; its payload is {@link RowEvents}. */
    public static final MessageType ROW = new MessageType("io.microwallet", "row", "1");

    /** What this store reads and writes has its type already; anything else does not belong here. */
    public static final MessageTypeResolver TYPES = type -> Optional.empty();

    private static final Map<Class<?>, MessageType> EVENT_TYPES = new HashMap<>();

    static {
        for (var entry : EventCatalog.entries()) {
            var stored = entry.name();
            EVENT_TYPES.put(
                    entry.type(), new MessageType("io.microwallet", stored.name(), Integer.toString(stored.version())));
        }
    }

    private Messages() {}

    public static CommandMessage command(AppendGroup group) {
        var identifier = group.start().epoch() + ":" + group.start().position();
        return new GenericCommandMessage(new GenericMessage(identifier, GROUP, group, Map.of()));
    }

    /** A staged event's message; its payload is the {@link StagedEvent}. */
    public static EventMessage event(StagedEvent staged) {
        return message(staged.recorded(), staged);
    }

    /** A durable event's message; its payload is the {@link RecordedEvent}. */
    static EventMessage event(RecordedEvent recorded) {
        return message(recorded, recorded);
    }

    /** A row of the log, not read yet. */
    static EventMessage row(long last, RowEvents events) {
        return new GenericEventMessage(Long.toString(last), ROW, events, Map.of(), Instant.EPOCH);
    }

    /** The events of a row's message, in order; there may be none. */
    public static List<RecordedEvent> events(EventMessage row) {
        if (row.payload() instanceof RowEvents events) {
            return events.read();
        }
        throw new IllegalArgumentException("not a row of this store");
    }

    /** The position of a row's last event. */
    public static long last(EventMessage row) {
        return Long.parseLong(row.identifier());
    }

    /** Reads the events of one row. */
    @FunctionalInterface
    interface RowEvents {
        List<RecordedEvent> read();
    }

    /** The durable event behind a message of this store. */
    public static RecordedEvent recorded(EventMessage message) {
        return switch (message.payload()) {
            case RecordedEvent recorded -> recorded;
            case StagedEvent staged -> staged.recorded();
            case null, default -> throw new IllegalArgumentException("not an event of this store");
        };
    }

    /** The type under which Axon knows a kind of event. */
    public static MessageType type(Class<?> event) {
        return Objects.requireNonNull(EVENT_TYPES.get(event));
    }

    private static EventMessage message(RecordedEvent recorded, Object payload) {
        var type = type(recorded.event().getClass());
        return new GenericEventMessage(Long.toString(recorded.position()), type, payload, Map.of(), recorded.at());
    }

    /** Everything under any of the tags, behind the end of the log as a group sees it: nothing, unless there is a conflict. */
    public static SourcingCondition sourcing(AppendGroup group, Collection<Tag> tags) {
        var criteria = new LinkedHashSet<EventCriteria>();
        tags.forEach(tag -> criteria.add(EventCriteria.havingTags(Set.of(AxonTags.of(tag)))));
        var position = new GlobalIndexConsistencyMarker(group.start().position()).position();
        return SourcingCondition.conditionFor(position, EventCriteria.either(criteria));
    }
}
