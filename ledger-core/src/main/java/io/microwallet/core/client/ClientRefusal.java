package io.microwallet.core.client;

import io.microwallet.core.request.Refusal;

/** What stands in the way of an order about clients and keys, in order of precedence. */
public enum ClientRefusal implements Refusal {
    CLIENT_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    CLIENT_REVOKED("Add a new client: a revoked one never comes back."),
    SCOPE_NOT_GRANTABLE("Ask for checkout, finance or admin: the operator's scope belongs to no ledger's client."),
    KEY_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    KEY_REVOKED("Leave it: the key is revoked already."),
    TOO_MANY_KEYS("Revoke one of the client's 10 keys first.");

    private final String advice;

    ClientRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
