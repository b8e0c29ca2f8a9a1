package io.microwallet.core.drop;

import io.microwallet.core.hold.HoldId;
import java.time.Instant;
import java.util.UUID;

/** A unit that is held and not paid for; those that lapse first come first. */
record HeldUnit(Instant expires, UUID hold) implements Comparable<HeldUnit> {
    private static final UUID LEAST = new UUID(Long.MIN_VALUE, Long.MIN_VALUE);

    static HeldUnit of(HoldId hold, Instant expires) {
        return new HeldUnit(expires, hold.value());
    }

    /** No unit that has lapsed by that instant is as late as this, and every other one is. */
    static HeldUnit after(Instant at) {
        return new HeldUnit(at.plusNanos(1), LEAST);
    }

    @Override
    public int compareTo(HeldUnit other) {
        var order = expires.compareTo(other.expires);
        return order != 0 ? order : hold.compareTo(other.hold);
    }
}
