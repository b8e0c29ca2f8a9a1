package io.microwallet.api.http.write;

import io.microwallet.core.decision.Event;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RecordedEvent;
import java.time.Instant;

/** What answers are made of: the events of one decision. */
public final class Decideds {
    private Decideds() {}

    /** The first event of a kind. @throws IllegalStateException where the decision has none: the answer is of another operation */
    public static <E extends Event> E event(Outcome.Decided decided, Class<E> kind) {
        return decided.events().stream()
                .map(RecordedEvent::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the decision has no " + kind.getSimpleName()));
    }

    /** The ledger's clock when it was decided. */
    public static Instant at(Outcome.Decided decided) {
        return decided.events().getFirst().at();
    }

    /** For the end of a switch over answer versions. */
    public static IllegalStateException unknownVersion(Outcome.Decided decided) {
        return new IllegalStateException(
                "no answer of version " + decided.request().answerVersion() + " for "
                        + decided.request().operation());
    }
}
