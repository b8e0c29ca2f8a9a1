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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states as one group leaves them, over those of the cache. Each event evolves only what it is tagged with. */
final class Overlay {
    private final EntityCache cache;
    /** What was read once stays for the whole group, whatever the cache evicts meanwhile. */
    private final Map<Tag, Slot> slots = new HashMap<>();

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
        if (slot == null) {
            var known = cache.get(tag);
            if (known != null) {
                slot = new Slot(tag, known);
                slots.put(tag, slot);
            }
        }
        return slot;
    }

    /** Evolves what one decision's events are tagged with; nothing of it shows before {@link #keep}. */
    void stage(List<RecordedEvent> events) {
        discard();
        for (var event : events) {
            for (var tag : event.tags()) {
                var slot = slot(tag);
                if (slot != null) {
                    stage(slot, event);
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
