package io.microwallet.vault;

import java.sql.SQLException;

/** The database did not do what was asked: nothing of it is known to be done, and asking again is safe. */
public final class VaultUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    VaultUnavailableException(SQLException cause) {
        super("the vault's database failed: SQLSTATE " + cause.getSQLState(), cause);
    }

    /** A key-encryption key went out of use, or came to be used, while the statement ran. */
    boolean isForeignKeyViolation() {
        return getCause() instanceof SQLException e && FOREIGN_KEY_VIOLATION.equals(e.getSQLState());
    }
}
