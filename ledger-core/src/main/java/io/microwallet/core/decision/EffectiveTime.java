package io.microwallet.core.decision;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When something happened, if the client says otherwise than the ledger's clock: in the past, by a year at most. */
public final class EffectiveTime {
    public static final Duration AGE_MAX = Duration.ofDays(366);

    private EffectiveTime() {}

    public static boolean isInFuture(@Nullable Instant effective, Instant at) {
        return effective != null && effective.isAfter(at);
    }

    public static boolean isTooOld(@Nullable Instant effective, Instant at) {
        return effective != null && effective.isBefore(at.minus(AGE_MAX));
    }
}
