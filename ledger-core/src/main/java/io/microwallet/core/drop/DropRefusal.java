package io.microwallet.core.drop;

import io.microwallet.core.request.Refusal;

/** What stands in the way of an order about a drop itself, in order of precedence. */
public enum DropRefusal implements Refusal {
    DROP_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    DROP_WINDOW_OVER("Choose a window that ends after now: a drop that is over sells nothing."),
    DROP_ALREADY_OPEN("Leave it: the drop is open already."),
    DROP_CLOSED("Reschedule the drop to open it again."),
    DROP_ALREADY_CLOSED("Leave it: the drop is closed already.");

    private final String advice;

    DropRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
