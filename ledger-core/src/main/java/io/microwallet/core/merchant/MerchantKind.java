package io.microwallet.core.merchant;

/** Whose sales they are. */
public enum MerchantKind {
    /** Sales become a payable to the merchant. */
    THIRD_PARTY,
    /** A shop of our own: sales are income. */
    OWN
}
