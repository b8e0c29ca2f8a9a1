package io.microwallet.core.ledger;

import io.microwallet.core.client.ClientRefusal;
import io.microwallet.core.request.Refusal;

/** What stands in the way of a new ledger, in order of precedence. */
public enum LedgerRefusal implements Refusal {
    LEDGER_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    CLIENT_ALREADY_EXISTS(ClientRefusal.CLIENT_ALREADY_EXISTS.advice()),
    KEY_ALREADY_EXISTS(ClientRefusal.KEY_ALREADY_EXISTS.advice());

    private final String advice;

    LedgerRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
