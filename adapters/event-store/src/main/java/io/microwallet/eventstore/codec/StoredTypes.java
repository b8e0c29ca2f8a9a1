package io.microwallet.eventstore.codec;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.EventCatalog;
import io.microwallet.core.decision.EventCatalog.StoredName;
import java.util.Map;
import java.util.stream.Stream;

/** The codec of every event that the catalog names, of whatever fields it once had, in every form. */
final class StoredTypes {
    private static final Map<Class<? extends Event>, Stored> BY_CLASS = EventCatalog.entries().stream()
            .collect(toUnmodifiableMap(EventCatalog.Entry::type, entry -> Stored.of(entry, Form.SHORT)));

    private static final Map<StoredName, ValueCodec<Event>> SHORT = byName(Form.SHORT);
    private static final Map<StoredName, ValueCodec<Event>> SPELLED_OUT = byName(Form.SPELLED_OUT);

    private StoredTypes() {}

    private static Map<StoredName, ValueCodec<Event>> byName(Form form) {
        var newest = EventCatalog.entries().stream().map(entry -> Stored.of(entry, form));
        return Stream.concat(newest, Superseded.in(form)).collect(toUnmodifiableMap(Stored::name, Stored::codec));
    }

    static Stored of(Event event) {
        var stored = BY_CLASS.get(event.getClass());
        if (stored == null) {
            throw new IllegalArgumentException(event.getClass() + " cannot be stored");
        }
        return stored;
    }

    /** What reads those fields in that form, of the newest version or of one before. */
    static ValueCodec<Event> named(StoredName name, Form form) {
        var codec = (form == Form.SHORT ? SHORT : SPELLED_OUT).get(name);
        if (codec == null) {
            throw new IllegalArgumentException("no event is called " + name);
        }
        return codec;
    }

    /** One kind of event of one version, in one form. */
    record Stored(StoredName name, byte[] envelope, ValueCodec<Event> codec) {
        Stored(StoredName name, ValueCodec<Event> codec) {
            this(name, EventCodec.envelope(name), codec);
        }

        @SuppressWarnings("unchecked")
        static Stored of(EventCatalog.Entry entry, Form form) {
            return new Stored(entry.name(), (ValueCodec<Event>) new RecordCodec<>(entry.type(), form));
        }
    }
}
