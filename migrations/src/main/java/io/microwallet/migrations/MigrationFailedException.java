package io.microwallet.migrations;

/** The schema could not be brought to the newest version; the message says why, to a person. */
public final class MigrationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MigrationFailedException(String message) {
        super(message);
    }

    MigrationFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
