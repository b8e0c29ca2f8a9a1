package io.microwallet.core.topup;

/** Why a processor said no, in the processor's code: {@code [a-z0-9_]{1,64}}. */
public record DeclineCode(String value) {
    /** @throws IllegalArgumentException for any other text */
    public DeclineCode {
        if (!value.matches("[a-z0-9_]{1,64}")) {
            throw new IllegalArgumentException("not a decline code");
        }
    }
}
