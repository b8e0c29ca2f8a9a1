package io.microwallet.eventstore.codec;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.EventCatalog;
import io.microwallet.core.decision.EventCatalog.StoredName;
import java.util.Map;
import java.util.stream.Stream;

/** The codec of every event that the catalog names, and of every form that it once had. */
final class StoredTypes {
    private static final Map<Class<? extends Event>, Stored> BY_CLASS =
            EventCatalog.entries().stream().collect(toUnmodifiableMap(EventCatalog.Entry::type, Stored::of));

    private static final Map<StoredName, ValueCodec<Event>> BY_NAME = Stream.concat(
                    BY_CLASS.values().stream(), Superseded.forms())
            .collect(toUnmodifiableMap(Stored::name, Stored::codec));

    private StoredTypes() {}

    static Stored of(Event event) {
        var stored = BY_CLASS.get(event.getClass());
        if (stored == null) {
            throw new IllegalArgumentException(event.getClass() + " cannot be stored");
        }
        return stored;
    }

    /** What reads that form, of the newest version or of one before. */
    static ValueCodec<Event> named(StoredName name) {
        var codec = BY_NAME.get(name);
        if (codec == null) {
            throw new IllegalArgumentException("no event is called " + name);
        }
        return codec;
    }

    /** One stored form. */
    record Stored(StoredName name, ValueCodec<Event> codec) {
        @SuppressWarnings("unchecked")
        static Stored of(EventCatalog.Entry entry) {
            return new Stored(entry.name(), (ValueCodec<Event>) new RecordCodec<>(entry.type()));
        }
    }
}
