package io.microwallet.core.audit.model;

import java.util.List;

/** What the model says to one command. */
public sealed interface Answer {
    /** It happened: what is told, in order. */
    record Accepted(List<Told> told) implements Answer {}

    record Refused(String code) implements Answer {}

    record Absent(String what) implements Answer {}

    /** A fact that was booked already. */
    record Known() implements Answer {}

    static Answer refused(String code) {
        return new Refused(code);
    }

    static Answer absent(String what) {
        return new Absent(what);
    }

    /** First what time had done by then, then this. */
    static Answer accepted(List<Told> due, Told... told) {
        due.addAll(List.of(told));
        return new Accepted(due);
    }
}
