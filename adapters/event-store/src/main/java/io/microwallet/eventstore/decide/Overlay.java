package io.microwallet.eventstore.decide;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.States;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.request.RecordedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states as one group leaves them, over those of the cache. Each event evolves only what it is tagged with. */
final class Overlay {
    private final EntityCache cache;
    /** What was read once stays for the whole group, whatever the cache evicts meanwhile. */
    private final Map<Tag, Slot> slots = new HashMap<>();

    /** What was not known when an event of it was decided is unknown to the whole group: what is loaded now lacks that event. */
    private final Set<Tag> missed = new HashSet<>();

    private final List<Slot> staged = new ArrayList<>();
    /** Those of the call that is decided now, in the order of what it needs: found once, and at hand from then on. */
    private Slot[] current = new Slot[16];

    Overlay(EntityCache cache) {
        this.cache = cache;
    }

    /** A state as the group leaves it so far. */
    private static final class Slot {
        final Tag tag;
        Known known;

        @Nullable
        Known staged;

        boolean isChanged;

        Slot(Tag tag, Known known) {
            this.tag = tag;
            this.known = known;
        }
    }

    void clear() {
        slots.clear();
        missed.clear();
        staged.clear();
    }

    /** Whether everything is there that the call needs; it is then the one that {@link #states} is about. */
    boolean holdsAll(Call call) {
        if (current.length < call.tags.length) {
            current = Arrays.copyOf(current, call.tags.length);
        }
        for (var i = 0; i < call.tags.length; i++) {
            var slot = slot(call.tags[i]);
            if (slot == null) {
                return false;
            }
            current[i] = slot;
        }
        return true;
    }

    /** The ledger of the call that {@link #holdsAll} was asked about last, as the decisions before leave it. */
    Ledger ledger(Call call) {
        return (Ledger) current[call.needed.indexOf(call.request.ledger())].known.state();
    }

    /** What that call may see. */
    States states(Call call) {
        var inBoundary =
                call.boundary.guarded().size() + call.boundary.consulted().size();
        return new States() {
            @Override
            @SuppressWarnings("unchecked")
            public <S extends Entity> S of(EntityId<S> id) {
                for (var i = 0; i < inBoundary; i++) {
                    if (call.needed.get(i).equals(id)) {
                        return (S) current[i].known.state();
                    }
                }
                throw new IllegalArgumentException(id + " is not in the command's boundary");
            }
        };
    }

    private @Nullable Slot slot(Tag tag) {
        var slot = slots.get(tag);
        return slot != null || missed.contains(tag) ? slot : slot(tag, cache.get(tag));
    }

    private @Nullable Slot slot(Tag tag, @Nullable Known known) {
        if (known == null) {
            return null;
        }
        var slot = new Slot(tag, known);
        slots.put(tag, slot);
        return slot;
    }

    /** Evolves what one decision's events are tagged with; nothing of it shows before {@link #keep}. */
    void stage(List<RecordedEvent> events) {
        discard();
        for (var event : events) {
            for (var tag : event.tags()) {
                var slot = slot(tag);
                slot = slot != null ? slot : slot(tag, cache.newborn(tag));
                if (slot != null) {
                    stage(slot, event);
                } else {
                    missed.add(tag);
                }
            }
        }
    }

    private void stage(Slot slot, RecordedEvent event) {
        if (slot.staged == null) {
            staged.add(slot);
            slot.staged = evolved(slot.known, event);
        } else {
            slot.staged = evolved(slot.staged, event);
        }
    }

    static Known evolved(Known before, RecordedEvent event) {
        var state = before.state().evolve(event.event(), event.at());
        return state == before.state() ? before : before.changed(state, event.position());
    }

    void keep() {
        for (var slot : staged) {
            slot.known = slot.staged == null ? slot.known : slot.staged;
            slot.staged = null;
            slot.isChanged = true;
        }
        staged.clear();
    }

    void discard() {
        for (var slot : staged) {
            slot.staged = null;
        }
        staged.clear();
    }

    /** What the group's events leave of a state; null where none of them found it. */
    @Nullable
    Known changed(Tag tag) {
        var slot = slots.get(tag);
        return slot != null && slot.isChanged ? slot.known : null;
    }
}
