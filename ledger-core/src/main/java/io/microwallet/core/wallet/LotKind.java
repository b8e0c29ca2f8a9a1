package io.microwallet.core.wallet;

/** What a lot came of. */
public enum LotKind {
    /** A top-up; never expires. */
    CASH("Cash"),
    /** A grant; never becomes cash. */
    CREDIT("Credit");

    private final String label;

    LotKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
