package io.microwallet.embedded;

/** Another process has this directory's database open. */
public final class DirectoryInUseException extends EmbeddedDatabaseException {
    private static final long serialVersionUID = 1;

    DirectoryInUseException(String message) {
        super(message);
    }
}
