package io.microwallet.core.membership;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names one membership plan. */
public record PlanId(UUID value) implements EntityId<Plan> {
    public static final String PREFIX = "pl";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code pl_} and 26 digits */
    public static PlanId parse(String text) {
        return new PlanId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.PLAN, value);
    }

    @Override
    public Plan unborn() {
        return new Plan.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
