package io.microwallet.vault;

import io.microwallet.core.wallet.WalletId;
import java.sql.Connection;
import java.sql.SQLException;

/** Forgets a member: what was sealed becomes unreadable, what found it is deleted, tokens become tombstones. */
public final class Erasure {
    private static final String UNFIND = "DELETE FROM text_index WHERE partition = ? AND subject = ?";

    private final VaultDatabase database;
    private final DataKeys keys;
    private final WalletTokens tokens;
    private final LinkSessions sessions;

    Erasure(VaultDatabase database, DataKeys keys, WalletTokens tokens, LinkSessions sessions) {
        this.database = database;
        this.keys = keys;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /**
     * All of it in one transaction; only after {@code WalletErased} is durable. Safe to run again, as every start does for each wallet
     * erased so far.
     */
    public void erase(WalletId wallet) {
        database.inTransaction(connection -> {
            keys.delete(connection, wallet.value());
            tokens.bury(connection, wallet);
            sessions.closeAll(connection, wallet);
            unfind(connection, database.partition(), wallet);
            return wallet;
        });
        keys.forget(wallet.value());
        tokens.forget(wallet);
    }

    /** For the projection of the text index too: it may run behind an erasure, and must not write back what is gone. */
    public static void unfind(Connection connection, int partition, WalletId wallet) throws SQLException {
        try (var statement = connection.prepareStatement(UNFIND)) {
            statement.setShort(1, (short) partition);
            statement.setObject(2, wallet.value());
            statement.executeUpdate();
        }
    }
}
