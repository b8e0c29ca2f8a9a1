package io.microwallet.embedded;

/** The embedded database cannot run here; the message says why, and what to do, to a person. */
public class EmbeddedDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EmbeddedDatabaseException(String message) {
        super(message);
    }

    public EmbeddedDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
