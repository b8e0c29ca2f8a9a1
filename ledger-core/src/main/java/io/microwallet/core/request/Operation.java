package io.microwallet.core.request;

/** The kinds of write, as stored beside each outcome; never rename one. */
public enum Operation {
    CREATE_LEDGER,
    ADD_CLIENT,
    REVOKE_CLIENT,
    ADD_KEY,
    REVOKE_KEY,
    ADD_MERCHANT,
    OPEN_WALLET,
    FREEZE_WALLET,
    UNFREEZE_WALLET,
    CLOSE_WALLET,
    ERASE_WALLET,
    RESOLVE_WALLET,
    SETTLE_OVERDUE,
    REQUEST_TOP_UP,
    REPORT_TOP_UP,
    PURCHASE,
    CREATE_LINK,
    REVOKE_LINK,
    REQUEST_PAYOUT,
    SETTLE_PAYOUT,
    FAIL_PAYOUT
}
