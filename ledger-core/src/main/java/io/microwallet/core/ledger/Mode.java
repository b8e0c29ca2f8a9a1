package io.microwallet.core.ledger;

/** What a ledger is from its creation, for ever. */
public enum Mode {
    SANDBOX,
    LIVE
}
