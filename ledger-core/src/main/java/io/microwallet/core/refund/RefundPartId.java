package io.microwallet.core.refund;

import io.microwallet.core.topup.TopUpId;

/** Names what of one refund goes back to one top-up; its text is also the processor's idempotency key for it. */
public record RefundPartId(RefundId refund, TopUpId topUp) {
    private static final char SEPARATOR = '-';

    /** The id that a text names. @throws IllegalArgumentException unless it is a refund's id, a dash and a top-up's */
    public static RefundPartId parse(String text) {
        var end = text.indexOf(SEPARATOR);
        if (end < 0) {
            throw new IllegalArgumentException("not the part of a refund");
        }
        return new RefundPartId(RefundId.parse(text.substring(0, end)), TopUpId.parse(text.substring(end + 1)));
    }

    /** At most 64 characters of {@code [A-Za-z0-9_-]}: a key that every processor takes. */
    public String text() {
        return refund.text() + SEPARATOR + topUp.text();
    }

    @Override
    public String toString() {
        return text();
    }
}
