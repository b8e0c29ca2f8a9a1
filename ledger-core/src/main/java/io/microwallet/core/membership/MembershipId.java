package io.microwallet.core.membership;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names one member's membership of a plan. */
public record MembershipId(UUID value) implements EntityId<Membership> {
    public static final String PREFIX = "ms";

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code ms_} and 26 digits */
    public static MembershipId parse(String text) {
        return new MembershipId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.MEMBERSHIP, value);
    }

    @Override
    public Membership unborn() {
        return new Membership.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
