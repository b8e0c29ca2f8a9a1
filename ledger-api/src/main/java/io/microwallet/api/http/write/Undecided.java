package io.microwallet.api.http.write;

import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.http.problem.Problem;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.core.request.Outcome;
import java.time.Duration;

/** Outcomes that leave nothing, or nothing yet, as problems. */
final class Undecided {
    private Undecided() {}

    /** @throws IllegalStateException for an outcome that has an answer of its own */
    static Problem problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.KeyReused _ -> reused();
            case Outcome.Absent absent -> absent(absent);
            case Outcome.TooLarge _ -> tooLarge();
            case Outcome.Unavailable unavailable -> unavailable(unavailable);
            case Outcome.Unknown _ -> unknown();
            case Outcome.Failed _ -> failed();
            case Outcome.AlreadyKnown _ -> throw new IllegalStateException("a client's order cannot be known already");
            case Outcome.Decided _ -> throw new IllegalStateException("this outcome was decided");
        };
    }

    private static Problem absent(Outcome.Absent absent) {
        var problem = Absences.problem(absent.absence());
        return absent.item().isPresent() ? problem.with("index", absent.item().getAsInt()) : problem;
    }

    private static Problem reused() {
        return ProblemCode.IDEMPOTENCY_KEY_REUSED
                .problem("This key belongs to a call with another method, path, query or body. Nothing was written.")
                .advising("Use a new key for every new call, and the same key only to repeat one.");
    }

    private static Problem tooLarge() {
        return ProblemCode.BODY_TOO_LARGE
                .problem("What this call would leave does not fit into one row of the log. Nothing was written.")
                .advising("Send it in parts.");
    }

    private static Problem unavailable(Outcome.Unavailable unavailable) {
        return ProblemCode.UNAVAILABLE
                .problem("Nothing was written. The call may be repeated with the same Idempotency-Key.")
                .retryAfter((int) Math.max(1, seconds(unavailable.retryAfter())));
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }

    private static Problem unknown() {
        return ProblemCode.OUTCOME_UNKNOWN
                .problem("The call was accepted for decision, but its outcome is not durable yet.")
                .advising("Repeat it with the same Idempotency-Key: the answer will be the true one.");
    }

    private static Problem failed() {
        return ProblemCode.INTERNAL_ERROR.problem(
                "This call met a bug. Nothing was written; it may be repeated with the same Idempotency-Key.");
    }
}
