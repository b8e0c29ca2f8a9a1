package io.microwallet.core.request;

import io.microwallet.core.decision.Absence;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** How a call ended. Only {@link Decided} is told the same for ever; the others leave nothing, {@link Unknown} perhaps. */
public sealed interface Outcome {
    /**
     * Durable: accepted, or refused (then the only event is a {@link RequestRefused}).
     *
     * @param request the header stored with the first event; of the first call where this one is a replay
     */
    record Decided(RequestHeader request, List<RecordedEvent> events, boolean replayed) implements Outcome {
        public Decided {
            events = List.copyOf(events);
        }

        public long position() {
            return events.getFirst().position();
        }
    }

    /** The key was used for another call: 422. */
    record KeyReused() implements Outcome {}

    /**
     * 404 or 410.
     *
     * @param item of a batch, the one that names what is not there, counted from 0
     */
    record Absent(Absence absence, OptionalInt item) implements Outcome {
        public Absent(Absence absence) {
            this(absence, OptionalInt.empty());
        }
    }

    /** What it would leave does not fit into one row of the log: 413. */
    record TooLarge() implements Outcome {}

    /** A fact of our own workers that was booked already. */
    record AlreadyKnown() implements Outcome {}

    /** Nothing was written: 503. */
    record Unavailable(Duration retryAfter, String why) implements Outcome {}

    /** The deadline passed after the command was queued: 504; the same key answers the truth later. */
    record Unknown() implements Outcome {}

    /** A bug in one decision: 500 to this call alone, nothing was written. */
    record Failed() implements Outcome {}
}
