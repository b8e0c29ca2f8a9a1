package io.microwallet.core.client;

/** What a client may do; everything is denied unless granted. */
public enum Scope {
    OPERATOR,
    CHECKOUT,
    FINANCE,
    ADMIN
}
