package io.microwallet.core.link;

import io.microwallet.core.request.Refusal;
import io.microwallet.core.wallet.WalletRefusal;

/** What stands in the way of an order about balance links, in order of precedence. */
public enum LinkRefusal implements Refusal {
    LINK_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    WALLET_CLOSED(WalletRefusal.WALLET_CLOSED.advice()),
    LINK_REVOKED("Create a new link: a revoked one never opens again.");

    private final String advice;

    LinkRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
