package io.microwallet.core.decision;

import io.microwallet.core.request.Refusal;
import java.util.List;
import java.util.OptionalInt;

/** What the rules say of a command. */
public sealed interface Decision {
    /** It happened: one event or more, in order. */
    record Accepted(List<Event> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("an accepted command leaves an event");
            }
        }
    }

    /** A fact stands in the way; recorded under the request's key, for ever. */
    record Refused(Refusal refusal) implements Decision {}

    /**
     * What it names is not there (404) or no longer there (410); leaves nothing.
     *
     * @param item of a batch, the one that names it, counted from 0
     */
    record Absent(Absence absence, OptionalInt item) implements Decision {
        public Absent(Absence absence) {
            this(absence, OptionalInt.empty());
        }
    }

    /** A fact that is booked already and needs no second event; leaves nothing. Only facts of our own workers end so. */
    record AlreadyKnown() implements Decision {}

    static Decision accepted(Event... events) {
        return new Accepted(List.of(events));
    }

    static Decision absent(Absence absence) {
        return new Absent(absence);
    }

    static Decision refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
