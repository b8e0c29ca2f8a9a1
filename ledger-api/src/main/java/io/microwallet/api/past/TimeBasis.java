package io.microwallet.api.past;

/** Which of an entry's two times counts. */
public enum TimeBasis {
    /** When the ledger recorded it: what was known at an instant, and never changes afterwards. */
    RECORDED,
    /** When it happened: late news changes what was. */
    EFFECTIVE
}
