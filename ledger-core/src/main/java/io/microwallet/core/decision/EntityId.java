package io.microwallet.core.decision;

import io.microwallet.core.id.Identifier;

/** Names one thing whose history is evolved into a state of type {@code S}. */
public interface EntityId<S extends Entity> extends Identifier {
    /** The tag under which the events of this thing are found. */
    Tag tag();

    /** The state before its first event. */
    S unborn();
}
