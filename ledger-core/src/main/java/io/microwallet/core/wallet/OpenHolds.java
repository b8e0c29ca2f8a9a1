package io.microwallet.core.wallet;

import io.microwallet.core.drop.DropId;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The open holds of one wallet, in the order they were placed; never changed. It knows what each decision about the wallet asks,
 * so that none walks through all of them: when the first lapses, and how many units of a drop they hold.
 */
final class OpenHolds extends AbstractList<OpenHold> implements RandomAccess {
    private static final OpenHolds NONE = new OpenHolds(new OpenHold[0], null, Map.of());

    private final OpenHold[] holds;
    private final @Nullable Instant soonest;
    private final Map<DropId, Integer> units;

    private OpenHolds(OpenHold[] holds, @Nullable Instant soonest, Map<DropId, Integer> units) {
        this.holds = holds;
        this.soonest = soonest;
        this.units = units;
    }

    static OpenHolds of(Collection<OpenHold> holds) {
        if (holds instanceof OpenHolds own) {
            return own;
        }
        return holds.isEmpty() ? NONE : counted(holds.toArray(OpenHold[]::new));
    }

    private static OpenHolds counted(OpenHold[] holds) {
        Instant soonest = null;
        var units = new HashMap<DropId, Integer>();
        for (var hold : holds) {
            soonest = earlier(soonest, hold.expires());
            count(units, hold);
        }
        return new OpenHolds(holds, soonest, units);
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static void count(Map<DropId, Integer> units, OpenHold hold) {
        if (hold.drop() instanceof DropId drop && !hold.isCapturedInPart()) {
            units.merge(drop, 1, Integer::sum);
        }
    }

    /** These and one more, placed after them. */
    OpenHolds with(OpenHold hold) {
        var more = Arrays.copyOf(holds, holds.length + 1);
        more[holds.length] = hold;
        var counted = new HashMap<>(units);
        count(counted, hold);
        return new OpenHolds(more, earlier(soonest, hold.expires()), counted);
    }

    /** When the first of them lapses, in whatever order they were placed. */
    Optional<Instant> soonest() {
        return Optional.ofNullable(soonest);
    }

    /** How many units of a drop they hold and have not begun to pay for. */
    int units(DropId drop) {
        return units.getOrDefault(drop, 0);
    }

    @Override
    public OpenHold get(int index) {
        return holds[index];
    }

    @Override
    public int size() {
        return holds.length;
    }
}
