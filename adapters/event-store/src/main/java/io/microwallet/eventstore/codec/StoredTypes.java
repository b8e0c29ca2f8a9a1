package io.microwallet.eventstore.codec;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.microwallet.core.client.ClientEvent;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.EventCatalog;
import io.microwallet.core.decision.EventCatalog.StoredName;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The codec of every event that the catalog names. */
final class StoredTypes {
    /** Components that may be absent, besides a client's name. */
    private static final Set<String> OPTIONAL = Set.of("reference", "contact", "popUp", "effective");

    private static final Map<Class<? extends Event>, Stored> BY_CLASS =
            EventCatalog.entries().stream().collect(toUnmodifiableMap(EventCatalog.Entry::type, Stored::of));

    private static final Map<StoredName, Stored> BY_NAME =
            BY_CLASS.values().stream().collect(toUnmodifiableMap(Stored::name, Function.identity()));

    private StoredTypes() {}

    static Stored of(Event event) {
        var stored = BY_CLASS.get(event.getClass());
        if (stored == null) {
            throw new IllegalArgumentException(event.getClass() + " cannot be stored");
        }
        return stored;
    }

    static Stored named(StoredName name) {
        var stored = BY_NAME.get(name);
        if (stored == null) {
            throw new IllegalArgumentException("no event is called " + name);
        }
        return stored;
    }

    /** One stored form. */
    record Stored(StoredName name, ValueCodec<Event> codec) {
        @SuppressWarnings("unchecked")
        static Stored of(EventCatalog.Entry entry) {
            var optional = entry.type() == ClientEvent.ClientAdded.class ? Set.of("name") : OPTIONAL;
            return new Stored(entry.name(), (ValueCodec<Event>) new RecordCodec<>(entry.type(), optional));
        }
    }
}
