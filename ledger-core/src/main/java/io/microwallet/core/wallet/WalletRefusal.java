package io.microwallet.core.wallet;

import io.microwallet.core.request.Refusal;

/** What stands in the way of an order about a wallet itself, in order of precedence. */
public enum WalletRefusal implements Refusal {
    WALLET_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    WALLET_CLOSED("Open a new wallet for this member: a closed one stays closed."),
    WALLET_ALREADY_FROZEN("Leave it: the wallet is frozen already."),
    WALLET_NOT_FROZEN("Leave it: the wallet is not frozen."),
    TOP_UP_PENDING("Wait until the processor has decided the wallet's pending top-ups, then ask again."),
    WALLET_NOT_EMPTY("Bring the wallet's balance to zero in every currency first."),
    RECEIVABLE_OPEN("Collect what the member owes, or write it off, before this."),
    MEMBERSHIP_RUNNING("Cancel the wallet's memberships first."),
    WALLET_NOT_CLOSED("Close the wallet first.");

    private final String advice;

    WalletRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
