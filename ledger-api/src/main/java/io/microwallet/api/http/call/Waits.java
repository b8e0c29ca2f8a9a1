package io.microwallet.api.http.call;

import io.microwallet.api.http.problem.ProblemCode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads that may be answered later, as soon as an outcome is known: {@code ?wait=} in seconds. */
public final class Waits {
    private static final int SECONDS_MAX = 30;

    private Waits() {}

    /**
     * What is seen now if it is decided or nobody wants to wait, or else what is seen after a wait.
     *
     * @param wait as it came in the query
     * @param await returns when the outcome is known, or after the time that it is given
     */
    public static <V> V until(@Nullable String wait, Predicate<V> decided, Supplier<V> view, Consumer<Duration> await) {
        var seen = view.get();
        var longest = longest(wait);
        if (longest.isZero() || decided.test(seen)) {
            return seen;
        }
        await.accept(longest);
        return view.get();
    }

    private static Duration longest(@Nullable String wait) {
        if (wait == null) {
            return Duration.ZERO;
        }
        if (!wait.matches("[0-9]{1,2}") || Integer.parseInt(wait) > SECONDS_MAX) {
            throw ProblemCode.INVALID_PARAMETER.exception("wait is a whole number of seconds, 0 to 30.");
        }
        return Duration.ofSeconds(Integer.parseInt(wait));
    }
}
