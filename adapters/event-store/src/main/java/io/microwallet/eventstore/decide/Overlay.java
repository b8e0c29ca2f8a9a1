package io.microwallet.eventstore.decide;

import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.States;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.RecordedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The states as one group leaves them, over those of the cache. Each event evolves only what it is tagged with. */
final class Overlay {
    private final EntityCache cache;
    private final Map<Tag, Known> changed = new HashMap<>();
    private final Map<Tag, Known> staged = new HashMap<>();
    /** What was read once stays for the whole group, whatever the cache evicts meanwhile. */
    private final Map<Tag, Known> held = new HashMap<>();

    Overlay(EntityCache cache) {
        this.cache = cache;
    }

    void clear() {
        changed.clear();
        staged.clear();
        held.clear();
    }

    boolean holdsAll(List<EntityId<?>> ids) {
        for (var id : ids) {
            if (known(id.tag()) == null) {
                return false;
            }
        }
        return true;
    }

    /** As the decisions before leave it. @throws NullPointerException unless {@link #holdsAll} of it */
    Ledger ledger(LedgerId id) {
        return (Ledger) Objects.requireNonNull(known(id.tag())).state();
    }

    States states(Boundary boundary) {
        return new States() {
            @Override
            @SuppressWarnings("unchecked")
            public <S extends Entity> S of(EntityId<S> id) {
                var known = known(id.tag());
                if (known == null
                        || !(boundary.guarded().contains(id)
                                || boundary.consulted().contains(id))) {
                    throw new IllegalArgumentException(id + " is not in the command's boundary");
                }
                return (S) known.state();
            }
        };
    }

    private @Nullable Known known(Tag tag) {
        var known = changed.get(tag);
        known = known != null ? known : held.get(tag);
        if (known == null) {
            known = cache.get(tag);
            if (known != null) {
                held.put(tag, known);
            }
        }
        return known;
    }

    /** Evolves what one decision's events are tagged with; nothing of it shows before {@link #keep}. */
    void stage(List<RecordedEvent> events) {
        staged.clear();
        for (var event : events) {
            for (var tag : event.event().tags()) {
                var before = staged.get(tag);
                before = before != null ? before : known(tag);
                if (before != null) {
                    staged.put(tag, evolved(before, event));
                }
            }
        }
    }

    static Known evolved(Known before, RecordedEvent event) {
        var state = before.state().evolve(event.event(), event.at());
        return state == before.state() ? before : before.changed(state, event.position());
    }

    void keep() {
        changed.putAll(staged);
        staged.clear();
    }

    void discard() {
        staged.clear();
    }

    Map<Tag, Known> changed() {
        return changed;
    }
}
