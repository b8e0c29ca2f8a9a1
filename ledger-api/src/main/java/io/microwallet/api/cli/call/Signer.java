package io.microwallet.api.cli.call;

import java.util.List;

/** Whose key signs where the caller names none: the first of these names that the data folder has a key of. */
public enum Signer {
    OPERATOR("operator"),
    ADMIN("admin"),
    FINANCE("finance", "books"),
    /** Wallets are known by tokens that differ from client to client: what names one is asked with the till's key. */
    TILL("till", "checkout"),
    ANYBODY("till", "checkout", "admin", "finance", "books");

    private final List<String> keys;

    Signer(String... keys) {
        this.keys = List.of(keys);
    }

    String[] keys() {
        return keys.toArray(String[]::new);
    }
}
