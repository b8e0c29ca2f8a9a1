package io.microwallet.core.request;

import io.microwallet.core.decision.Absence;
import java.util.OptionalInt;

/** What a call names is not there; thrown only while a command is prepared, before anything is queued. */
public final class AbsentException extends Exception {
    private final Absence absence;
    private final transient OptionalInt item;

    public AbsentException(Absence absence) {
        this(absence, OptionalInt.empty());
    }

    private AbsentException(Absence absence, OptionalInt item) {
        super(absence.name(), null, false, false);
        this.absence = absence;
        this.item = item;
    }

    /** The same, named by one item of a batch, counted from 0. */
    public AbsentException of(int index) {
        return new AbsentException(absence, OptionalInt.of(index));
    }

    public OptionalInt item() {
        return item;
    }

    public Absence absence() {
        return absence;
    }
}
