package io.microwallet.core.decision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** And this, where there is one. */
    public Boundary guardingToo(@Nullable EntityId<?> more) {
        return more == null ? this : new Boundary(with(guarded, more), consulted);
    }

    /** And this, where there is one. */
    public Boundary consultingToo(@Nullable EntityId<?> more) {
        return more == null ? this : new Boundary(guarded, with(consulted, more));
    }

    private static List<EntityId<?>> with(List<EntityId<?>> ids, EntityId<?> more) {
        var all = new ArrayList<EntityId<?>>(ids.size() + 1);
        all.addAll(ids);
        all.add(more);
        return all;
    }
}
