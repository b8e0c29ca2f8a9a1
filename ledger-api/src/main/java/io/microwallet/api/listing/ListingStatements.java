package io.microwallet.api.listing;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.Erasure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** The rows of one batch of events, sent in batches; what deletes is sent after what was added before it. */
final class ListingStatements implements AutoCloseable {
    private static final short PARTITION = 0;

    private static final String LIST = """
            INSERT INTO listed (partition, ledger, kind, position, subject, wallet, merchant, client, of_drop)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (partition, ledger, kind, position) DO NOTHING
            """;

    private static final String INDEX = """
            INSERT INTO text_index (partition, ledger, hmac, kind, position, subject) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (partition, ledger, hmac, kind, position) DO NOTHING
            """;

    private static final String FORGET_WALLET =
            "DELETE FROM listed WHERE partition = ? AND ledger = ? AND kind = ? AND wallet = ?";

    private final Connection connection;
    private final PreparedStatement list;
    private final PreparedStatement index;

    ListingStatements(Connection connection) throws SQLException {
        this.connection = connection;
        this.list = connection.prepareStatement(LIST);
        this.index = connection.prepareStatement(INDEX);
    }

    void list(ListedRow row) throws SQLException {
        list.setShort(1, PARTITION);
        list.setObject(2, row.ledger().value());
        list.setShort(3, row.kind().code());
        list.setLong(4, row.position());
        list.setObject(5, row.subject());
        list.setObject(6, row.wallet());
        list.setObject(7, row.merchant());
        list.setObject(8, row.client());
        list.setObject(9, row.drop());
        list.addBatch();
    }

    void index(ListedRow row, UUID subject, byte[] hmac) throws SQLException {
        index.setShort(1, PARTITION);
        index.setObject(2, row.ledger().value());
        index.setBytes(3, hmac);
        index.setShort(4, row.kind().code());
        index.setLong(5, row.position());
        index.setObject(6, subject);
        index.addBatch();
    }

    /** The erased wallet leaves the list of wallets, and its texts the search. */
    void forget(RecordedEvent recorded, WalletId wallet) throws SQLException {
        flush();
        Erasure.unfind(connection, PARTITION, wallet);
        try (var listed = connection.prepareStatement(FORGET_WALLET)) {
            listed.setShort(1, PARTITION);
            listed.setObject(2, recorded.ledger().value());
            listed.setShort(3, Listed.Kind.WALLET.code());
            listed.setObject(4, wallet.value());
            listed.executeUpdate();
        }
    }

    void flush() throws SQLException {
        list.executeBatch();
        index.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        try (list;
                index) {
            // Closed in reverse order, each even where another fails.
        }
    }
}
