package io.microwallet.eventstore.decide;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.request.RecordedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The states that decisions and reads begin from, least recently used out first. What is in here holds every event decided so
 * far: the deciding thread evolves what is here, and tells whoever is loading of what it missed.
 */
public final class EntityCache {
    private static final int SEGMENTS = 16;
    /** A command's whole boundary must fit into one segment at once, or it could never be decided. */
    private static final int SEGMENT_STATES_MIN = 8;

    private final Segment[] segments = new Segment[SEGMENTS];
    private final AtomicLong cleared = new AtomicLong();
    private final Keeper keeper;
    private final BirthFilter births;

    /** Keeps some states elsewhere, so that whoever loads one need not begin at its birth. */
    public interface Keeper {
        /** Whether it is time to keep this one. Asked for every event: must be quick. */
        boolean wants(Known known);

        /**
         * Called on the deciding thread, among others: must not wait.
         *
         * @param stands false once what the state stands on may have been thrown away
         */
        void keep(Tag tag, Known known, BooleanSupplier stands);
    }

    public EntityCache(int statesMax, Keeper keeper, BirthFilter births) {
        this.keeper = keeper;
        this.births = births;
        for (var i = 0; i < SEGMENTS; i++) {
            segments[i] = new Segment(Math.max(SEGMENT_STATES_MIN, statesMax / SEGMENTS));
        }
    }

    /** What the database has of one thing: every event up to and including {@code upTo}. */
    public record Loaded(Known known, long upTo) {}

    public @Nullable Known get(Tag tag) {
        var segment = segment(tag);
        synchronized (segment) {
            return segment.states.get(tag);
        }
    }

    /**
     * The state, loaded if need be; waits on the database then.
     *
     * @param load reads everything that was decided when it was called, and perhaps more
     */
    public Known get(EntityId<?> id, Supplier<Loaded> load) {
        var tag = id.tag();
        var known = get(tag);
        known = known != null ? known : unborn(id, tag);
        while (known == null) {
            known = get(tag);
            known = known != null ? known : loaded(tag, load);
        }
        return known;
    }

    /** What was never born as of now needs no look-up; null where it may have been. */
    private @Nullable Known unborn(EntityId<?> id, Tag tag) {
        var segment = segment(tag);
        // What is decided from here on comes to the state that is put here; what was decided before is in the filter.
        synchronized (segment) {
            return births.mayContain(tag) ? null : segment.states.computeIfAbsent(tag, _ -> Known.unborn(id));
        }
    }

    /** The state in which a thing is born that was outside of the boundary of what makes it; null where it may have been born before. */
    @Nullable
    Known newborn(Tag tag) {
        var known = Newborn.of(tag);
        return known == null || births.mayContain(tag) ? null : known;
    }

    /** Null where what was loaded was thrown away meanwhile. */
    private @Nullable Known loaded(Tag tag, Supplier<Loaded> load) {
        var segment = segment(tag);
        var missed = new Missed(tag);
        var era = cleared.get();
        // Announced before the load begins: what is decided from here on comes to `missed`.
        synchronized (segment) {
            segment.loading.add(missed);
        }
        try {
            var loaded = load.get();
            synchronized (segment) {
                var known = loaded.known();
                for (var event : missed.events) {
                    if (event.position() > loaded.upTo()) {
                        known = Overlay.evolved(known, event);
                    }
                }
                if (era != cleared.get()) {
                    return null;
                }
                segment.states.putIfAbsent(tag, kept(tag, known, era));
                return segment.states.get(tag);
            }
        } finally {
            synchronized (segment) {
                segment.loading.remove(missed);
            }
        }
    }

    /**
     * An event was decided: {@code changed} knows the states of all its tags that were known when it was. A state that came in
     * since, from the database, lacks this event: it takes it in here. Called by the deciding thread alone.
     */
    void decided(RecordedEvent event, Function<Tag, @Nullable Known> changed) {
        for (var tag : event.tags()) {
            var known = changed.apply(tag);
            var segment = segment(tag);
            synchronized (segment) {
                births.add(tag);
                if (known != null) {
                    segment.states.put(tag, kept(tag, known, cleared.get()));
                } else {
                    segment.states.computeIfPresent(tag, (_, loaded) -> Overlay.evolved(loaded, event));
                }
                segment.tell(tag, event);
            }
        }
    }

    private Known kept(Tag tag, Known known, long era) {
        if (!keeper.wants(known)) {
            return known;
        }
        keeper.keep(tag, known, () -> era == cleared.get());
        return known.kept();
    }

    /** What is in it was born, or may have been. */
    BirthFilter births() {
        return births;
    }

    void evict(Tag tag) {
        var segment = segment(tag);
        synchronized (segment) {
            segment.states.remove(tag);
        }
    }

    /** What was decided is thrown away, and every state with it. */
    public void clear() {
        cleared.incrementAndGet();
        for (var segment : segments) {
            synchronized (segment) {
                segment.states.clear();
            }
        }
    }

    private Segment segment(Tag tag) {
        var id = tag.id();
        var mixed = (id.getLeastSignificantBits() ^ id.getMostSignificantBits()) * 0x9E3779B97F4A7C15L;
        return segments[(int) (mixed >>> 60)];
    }

    private static final class Missed {
        final Tag tag;
        final List<RecordedEvent> events = new ArrayList<>();

        Missed(Tag tag) {
            this.tag = tag;
        }
    }

    private static final class Segment {
        final Map<Tag, Known> states;
        final List<Missed> loading = new ArrayList<>();

        Segment(int statesMax) {
            states = new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Tag, Known> eldest) {
                    return size() > statesMax;
                }
            };
        }

        void tell(Tag tag, RecordedEvent event) {
            for (var missed : loading) {
                if (missed.tag.equals(tag)) {
                    missed.events.add(event);
                }
            }
        }
    }
}
