package io.microwallet.vault.secret;

/** The secrets at hand are missing, unsafe or not those of this database; the message says what to do, to a person. */
public final class SecretsRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SecretsRefusedException(String message) {
        super(message);
    }

    public SecretsRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
