package io.microwallet.core.journal;

/** The code of a payment processor: {@code [a-z][a-z0-9-]{1,31}}, as in {@code simulator}. */
public record ProcessorId(String value) {
    /** @throws IllegalArgumentException for any other text */
    public ProcessorId {
        if (!value.matches("[a-z][a-z0-9-]{1,31}")) {
            throw new IllegalArgumentException("not the code of a processor");
        }
    }
}
