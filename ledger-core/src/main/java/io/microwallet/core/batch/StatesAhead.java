package io.microwallet.core.batch;

import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.States;
import io.microwallet.core.decision.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The states that the items decided so far leave, over those that the batch began with. */
final class StatesAhead implements States {
    private final Map<EntityId<?>, Entity> states = new HashMap<>();
    private final Map<Tag, EntityId<?>> ids = new HashMap<>();
    private final Instant at;

    StatesAhead(States before, Boundary boundary, Instant at) {
        this.at = at;
        add(before, boundary.guarded());
        add(before, boundary.consulted());
    }

    private void add(States before, List<EntityId<?>> found) {
        for (var id : found) {
            states.put(id, before.of(id));
            ids.put(id.tag(), id);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // an entity evolves into one of its own kind
    public <S extends Entity> S of(EntityId<S> id) {
        var state = states.get(id);
        if (state == null) {
            throw new IllegalArgumentException(id + " is not in the batch's boundary");
        }
        return (S) state;
    }

    /** As the store does: an event evolves what it is tagged with. */
    void take(Event event) {
        for (var tag : event.tags()) {
            var id = ids.get(tag);
            if (id != null) {
                states.computeIfPresent(id, (_, state) -> state.evolve(event, at));
            }
        }
    }
}
