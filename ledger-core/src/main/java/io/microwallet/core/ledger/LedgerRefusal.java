package io.microwallet.core.ledger;

import io.microwallet.core.client.ClientRefusal;
import io.microwallet.core.request.Refusal;

/** What stands in the way of an order about a ledger itself, in order of precedence. */
public enum LedgerRefusal implements Refusal {
    LEDGER_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    CLIENT_ALREADY_EXISTS(ClientRefusal.CLIENT_ALREADY_EXISTS.advice()),
    KEY_ALREADY_EXISTS(ClientRefusal.KEY_ALREADY_EXISTS.advice()),
    CLOCK_ONLY_IN_SANDBOX("Leave the clock alone: a live ledger's time is the time."),
    CLOCK_NEVER_BACKWARDS("Move the clock to a later time than the ledger's own."),
    CLOCK_TOO_FAR_AHEAD("Move the clock less far: it may be ten years ahead of the time at most.");

    private final String advice;

    LedgerRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
