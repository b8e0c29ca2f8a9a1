package io.microwallet.core.given;

import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Rules;
import io.microwallet.core.decision.States;
import io.microwallet.core.decision.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A log in memory: decides a command over nothing but its boundary, appends what was accepted and keeps the states. */
public final class Log {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Tag, List<Entry>> byTag = new HashMap<>();
    private final Map<Tag, EntityId<?>> kept = new HashMap<>();
    private final Map<EntityId<?>, Entity> states = new HashMap<>();

    public Decision decide(Command command, Instant at) {
        return Rules.decide(within(command.boundary(), this::state), command, at);
    }

    /** Decides as if nothing from this position on had happened. */
    public Decision decideBefore(int position, Command command, Instant at) {
        return Rules.decide(within(command.boundary(), id -> replay(id, position)), command, at);
    }

    /** Decides, and appends what was accepted. */
    public Decision submit(Command command, Instant at) {
        var decision = decide(command, at);
        if (decision instanceof Decision.Accepted accepted) {
            accepted.events().forEach(event -> append(event, at));
        }
        return decision;
    }

    public void append(Event event, Instant at) {
        var entry = new Entry(entries.size(), event, at);
        entries.add(entry);
        for (var tag : Set.copyOf(event.tags())) {
            byTag.computeIfAbsent(tag, _ -> new ArrayList<>()).add(entry);
            var id = kept.get(tag);
            if (id != null) {
                states.compute(id, (_, state) -> state.evolve(event, at));
            }
        }
    }

    public List<Entry> entries() {
        return entries;
    }

    @SuppressWarnings("unchecked") // each id is kept beside a state of its own type
    public <S extends Entity> S state(EntityId<S> id) {
        kept.put(id.tag(), id);
        return (S) states.computeIfAbsent(id, this::replay);
    }

    /** Everything that a state is kept of. */
    public Set<EntityId<?>> ids() {
        return Set.copyOf(kept.values());
    }

    /** What a state is kept of under this tag. */
    public Optional<EntityId<?>> id(Tag tag) {
        return Optional.ofNullable(kept.get(tag));
    }

    /** The state as it comes of the whole log, whatever is kept. */
    public Entity replay(EntityId<?> id) {
        return replay(id, entries.size());
    }

    private Entity replay(EntityId<?> id, int before) {
        Entity state = id.unborn();
        for (var entry : byTag.getOrDefault(id.tag(), List.of())) {
            if (entry.position() >= before) {
                return state;
            }
            state = state.evolve(entry.event(), entry.at());
        }
        return state;
    }

    private static States within(Boundary boundary, Function<EntityId<?>, Entity> states) {
        return new States() {
            @Override
            @SuppressWarnings("unchecked") // each id has a state of its own type
            public <S extends Entity> S of(EntityId<S> id) {
                if (!boundary.guarded().contains(id) && !boundary.consulted().contains(id)) {
                    throw new IllegalArgumentException(id + " is not in the boundary");
                }
                return (S) states.apply(id);
            }
        };
    }

    /** An event and when it was decided; the first position is 0. */
    public record Entry(int position, Event event, Instant at) {}
}
