package io.microwallet.api.signature;

/** Leaves the middle of parsing with a rejection; never leaves this package. */
final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final SignatureRejection reason;

    RejectedException(SignatureRejection reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
