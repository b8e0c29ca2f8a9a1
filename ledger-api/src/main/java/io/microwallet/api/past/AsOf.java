package io.microwallet.api.past;

import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.ProblemCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The instant that a read asks about; what is of that very instant belongs to it. */
public record AsOf(TimeBasis basis, Instant instant) {

    /** From {@code ?at=} and {@code ?effectiveAt=}: one of them, or none for now; a 400 for anything else. */
    public static Optional<AsOf> of(@Nullable String at, @Nullable String effectiveAt) {
        if (at != null && effectiveAt != null) {
            throw ProblemCode.INVALID_PARAMETER.exception("Send at or effectiveAt, not both.");
        }
        return at != null
                ? Optional.of(new AsOf(TimeBasis.RECORDED, Fields.timeParameter("at", at)))
                : Optional.ofNullable(effectiveAt)
                        .map(text -> new AsOf(TimeBasis.EFFECTIVE, Fields.timeParameter("effectiveAt", text)));
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
