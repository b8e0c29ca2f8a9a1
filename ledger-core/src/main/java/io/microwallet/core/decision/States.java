package io.microwallet.core.decision;

/** The states behind one decision, every event decided before it included. */
public interface States {
    /** The newest state of one thing. @throws IllegalArgumentException if the id is not in the command's boundary */
    <S extends Entity> S of(EntityId<S> id);
}
