package io.microwallet.core.popup;

import io.microwallet.core.request.Refusal;

/** What stands in the way of an order about a micro-event, in order of precedence. */
public enum PopUpRefusal implements Refusal {
    POP_UP_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    POP_UP_ALREADY_OPEN("Leave it: the pop-up is open already."),
    POP_UP_CLOSED("Reschedule the pop-up to open it again."),
    POP_UP_ALREADY_CLOSED("Leave it: the pop-up is closed already.");

    private final String advice;

    PopUpRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
