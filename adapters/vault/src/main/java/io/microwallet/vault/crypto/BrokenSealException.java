package io.microwallet.vault.crypto;

/** What was sealed does not open: it has been changed, or this is not its key. */
public final class BrokenSealException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenSealException(String message) {
        super(message);
    }

    BrokenSealException(String message, Throwable cause) {
        super(message, cause);
    }
}
