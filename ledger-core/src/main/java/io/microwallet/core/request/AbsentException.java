package io.microwallet.core.request;

import io.microwallet.core.decision.Absence;

/** What a call names is not there; thrown only while a command is prepared, before anything is queued. */
public final class AbsentException extends Exception {
    private final Absence absence;

    public AbsentException(Absence absence) {
        super(absence.name(), null, false, false);
        this.absence = absence;
    }

    public Absence absence() {
        return absence;
    }
}
