package io.microwallet.eventstore.decide;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.EntityId;

/**
 * A state that holds everything decided so far.
 *
 * @param position that of the last event which changed it, -1 for none
 * @param unkept how many events changed it since it was kept as a snapshot
 */
public record Known(Entity state, long position, int unkept) {
    public static Known unborn(EntityId<?> id) {
        return new Known(id.unborn(), -1, 0);
    }

    /** With one more event in it. */
    public Known changed(Entity next, long position) {
        return new Known(next, position, unkept + 1);
    }

    Known kept() {
        return new Known(state, position, 0);
    }
}
