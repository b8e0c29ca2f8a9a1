package io.microwallet.eventstore.decide;

import io.microwallet.core.request.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the callers, and frees the keys of what left nothing. */
final class Answers {
    private final Reservations reservations;

    Answers(Reservations reservations) {
        this.reservations = reservations;
    }

    void decided(List<Call> calls) {
        for (var call : calls) {
            var outcome = call.decided();
            if (outcome != null) {
                tell(call, outcome);
            }
        }
    }

    void unavailable(List<Call> calls, @Nullable String why) {
        calls.forEach(call -> tell(call, DecisionThread.unavailable(why == null ? "thrown away" : why)));
    }

    void failed(Call call) {
        tell(call, new Outcome.Failed());
    }

    void tell(Call call, Outcome outcome) {
        if (!(outcome instanceof Outcome.Decided)) {
            reservations.release(call.reservation);
        }
        call.reservation.outcome().complete(outcome);
        call.answer.complete(outcome);
    }
}
