package io.microwallet.api.listing;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.eventstore.index.BinaryCopy;
import io.microwallet.vault.Erasure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The rows of one batch of events, each table's at once by COPY: none of them can be there already, since the projection's position
 * is one transaction with them. What deletes is sent after what was added before it.
 */
final class ListingRows {
    private static final short PARTITION = 0;

    private static final String LISTED = """
            COPY listed (partition, ledger, kind, position, subject, wallet, merchant, client, of_drop)
            FROM STDIN (FORMAT binary)""";

    private static final String TEXTS = """
            COPY text_index (partition, ledger, hmac, kind, position, subject) FROM STDIN (FORMAT binary)""";

    private static final String FORGET_WALLET =
            "DELETE FROM listed WHERE partition = ? AND ledger = ? AND kind = ? AND wallet = ?";

    /** In the order of the btree, but for a few: neighbours go to the same page. */
    private static final Comparator<Text> BY_HMAC =
            (a, b) -> Long.compareUnsigned(a.hmac.getMostSignificantBits(), b.hmac.getMostSignificantBits());

    private final Connection connection;
    private final List<ListedRow> listed = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();

    private record Text(ListedRow row, UUID subject, UUID hmac) {}

    ListingRows(Connection connection) {
        this.connection = connection;
    }

    void list(ListedRow row) {
        listed.add(row);
    }

    void index(ListedRow row, UUID subject, UUID hmac) {
        texts.add(new Text(row, subject, hmac));
    }

    /** The erased wallet leaves the list of wallets, and its texts the search. */
    void forget(LedgerId ledger, WalletId wallet) throws SQLException {
        flush();
        Erasure.unfind(connection, PARTITION, wallet);
        try (var delete = connection.prepareStatement(FORGET_WALLET)) {
            delete.setShort(1, PARTITION);
            delete.setObject(2, ledger.value());
            delete.setShort(3, Listed.Kind.WALLET.code());
            delete.setObject(4, wallet.value());
            delete.executeUpdate();
        }
    }

    void flush() throws SQLException {
        if (!listed.isEmpty()) {
            copyListed();
            listed.clear();
        }
        if (!texts.isEmpty()) {
            texts.sort(BY_HMAC);
            copyTexts();
            texts.clear();
        }
    }

    private void copyListed() throws SQLException {
        var copy = new BinaryCopy(connection, LISTED);
        for (var row : listed) {
            copy.row(9)
                    .smallint(PARTITION)
                    .uuid(row.ledger().value())
                    .smallint(row.kind().code())
                    .bigint(row.position())
                    .uuid(row.subject())
                    .uuid(row.wallet())
                    .uuid(row.merchant())
                    .uuid(row.client())
                    .uuid(row.drop());
        }
        copy.end();
    }

    private void copyTexts() throws SQLException {
        var copy = new BinaryCopy(connection, TEXTS);
        for (var text : texts) {
            copy.row(6)
                    .smallint(PARTITION)
                    .uuid(text.row.ledger().value())
                    .uuid(text.hmac)
                    .smallint(text.row.kind().code())
                    .bigint(text.row.position())
                    .uuid(text.subject);
        }
        copy.end();
    }
}
