package io.microwallet.api.past;

import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.core.topup.TopUpRefusal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The instant that a read asks about; what is of that very instant belongs to it. */
public record AsOf(TimeBasis basis, Instant instant) {

    /**
     * From {@code ?at=} and {@code ?effectiveAt=}: one of them, or none for now; a 400 for anything else.
     *
     * @param hasCome whether an instant is no later than the ledger's clock: what is still to come is nowhere in the books, and an
     *     answer as of it would change
     */
    public static Optional<AsOf> of(@Nullable String at, @Nullable String effectiveAt, Predicate<Instant> hasCome) {
        if (at != null && effectiveAt != null) {
            throw ProblemCode.INVALID_PARAMETER.exception("Send at or effectiveAt, not both.");
        }
        return at != null
                ? Optional.of(new AsOf(TimeBasis.RECORDED, instant("at", at, hasCome)))
                : Optional.ofNullable(effectiveAt)
                        .map(text -> new AsOf(TimeBasis.EFFECTIVE, instant("effectiveAt", text, hasCome)));
    }

    private static Instant instant(String name, String text, Predicate<Instant> hasCome) {
        var instant = Fields.timeParameter(name, text);
        if (!hasCome.test(instant)) {
            throw ProblemCode.INVALID_PARAMETER.exception(name + ": " + TopUpRefusal.EFFECTIVE_TIME_IN_FUTURE.advice());
        }
        return instant;
    }

    /** The instant, if it is by recorded time. */
    public @Nullable String at() {
        return basis == TimeBasis.RECORDED ? Times.text(instant) : null;
    }

    /** The instant, if it is by effective time. */
    public @Nullable String effectiveAt() {
        return basis == TimeBasis.EFFECTIVE ? Times.text(instant) : null;
    }
}
