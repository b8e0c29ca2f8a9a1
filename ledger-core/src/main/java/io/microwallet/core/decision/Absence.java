package io.microwallet.core.decision;

/** What is not there. */
public enum Absence {
    WALLET_NOT_FOUND(false),
    WALLET_ERASED(true),
    MERCHANT_NOT_FOUND(false),
    CLIENT_NOT_FOUND(false),
    KEY_NOT_FOUND(false),
    LEDGER_NOT_FOUND(false),
    TOP_UP_NOT_FOUND(false),
    PURCHASE_NOT_FOUND(false),
    POP_UP_NOT_FOUND(false),
    DROP_NOT_FOUND(false),
    HOLD_NOT_FOUND(false),
    REFUND_NOT_FOUND(false),
    CHARGEBACK_NOT_FOUND(false),
    LINK_NOT_FOUND(false),
    CODE_NOT_FOUND(false),
    PAYOUT_NOT_FOUND(false),
    PROCESSOR_PAYOUT_NOT_FOUND(false),
    CREDIT_NOT_FOUND(false),
    PLAN_NOT_FOUND(false),
    MEMBERSHIP_NOT_FOUND(false),
    JOB_NOT_FOUND(false);

    private final boolean gone;

    Absence(boolean gone) {
        this.gone = gone;
    }

    /** It was there and never comes back: 410, not 404. */
    public boolean gone() {
        return gone;
    }
}
