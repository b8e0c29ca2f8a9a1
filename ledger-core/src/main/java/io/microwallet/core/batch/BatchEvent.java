package io.microwallet.core.batch;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.RefusalCode;
import java.util.List;

/** What happened to batches; what their items did is said by the items' own events. */
public sealed interface BatchEvent extends Event {
    /** No state's history grows by a batch. */
    @Override
    default List<Tag> tags() {
        return List.of();
    }

    /** The key of a batch is taken for this many items, each of which is decided under a key of its own. */
    record BatchBegun(int items) implements BatchEvent {}

    /** All items of an atomic batch happened: their events follow in one decision with this one, in the order of the parts. */
    record BatchDecided(List<Part> parts) implements BatchEvent {
        public BatchDecided {
            parts = List.copyOf(parts);
        }
    }

    /** How many of the events that follow are one item's; none for a fact that was booked already. */
    record Part(Operation operation, int events) {}

    /** Nothing of an atomic batch happened, because the rules refuse the item at {@code index}, counted from 0. */
    record BatchRefused(int items, int index, RefusalCode code) implements BatchEvent {}
}
