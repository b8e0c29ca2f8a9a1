package io.microwallet.core.decision;

import java.util.List;

/**
 * The histories behind a decision.
 *
 * @param guarded nothing may have been appended to these since they were read: the append condition
 * @param consulted read only, for what never changes or commutes: a merchant's kind behind a purchase
 */
public record Boundary(List<EntityId<?>> guarded, List<EntityId<?>> consulted) {
    public Boundary {
        guarded = List.copyOf(guarded);
        consulted = List.copyOf(consulted);
    }

    public static Boundary over(EntityId<?>... guarded) {
        return new Boundary(List.of(guarded), List.of());
    }

    public Boundary consulting(EntityId<?>... consulted) {
        return new Boundary(guarded, List.of(consulted));
    }
}
