package io.microwallet.core.topup;

/** The processor's own id of a payment: {@code [A-Za-z0-9._:-]{1,128}}. */
public record ProcessorReference(String value) {
    /** @throws IllegalArgumentException for any other text */
    public ProcessorReference {
        if (!value.matches("[A-Za-z0-9._:-]{1,128}")) {
            throw new IllegalArgumentException("not a processor's reference");
        }
    }
}
