package io.microwallet.core.refund;

/** Where a refund goes. */
public enum RefundTarget {
    /** Back to the wallet, at once. */
    WALLET,
    /** Back to the cards that it came from; credit to the wallet. */
    SOURCE
}
