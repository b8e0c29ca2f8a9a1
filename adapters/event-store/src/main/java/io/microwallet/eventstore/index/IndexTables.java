package io.microwallet.eventstore.index;

import io.microwallet.eventstore.index.IndexRows.RequestRow;
import io.microwallet.eventstore.index.IndexRows.TagRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/** The statements that write {@code event_tag}, {@code request}, {@code control} and {@code indexed}. */
public final class IndexTables {
    private static final String TAGS = "COPY event_tag (partition, kind, id, position) FROM STDIN (FORMAT binary)";
    private static final String REQUESTS = "COPY request (partition, client, key, position) FROM STDIN (FORMAT binary)";

    private static final String CONTROL = """
            INSERT INTO control (partition, ledger, account, currency, debits, credits) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (partition, ledger, account, currency)
            DO UPDATE SET debits = control.debits + excluded.debits, credits = control.credits + excluded.credits""";

    private static final String BEGIN =
            "INSERT INTO indexed (partition, position) VALUES (?, -1) ON CONFLICT DO NOTHING";
    private static final String POSITION = "SELECT position FROM indexed WHERE partition = ? FOR UPDATE";
    private static final String ADVANCE = "UPDATE indexed SET position = ? WHERE partition = ?";

    /**
     * In the order of the btrees, so that a batch's writes stay together. Written out: chained comparators cost a quarter of the
     * indexer's time.
     */
    private static final Comparator<TagRow> TAG_ORDER = (a, b) -> {
        if (a.kind() != b.kind()) {
            return Integer.compare(a.kind(), b.kind());
        }
        if (a.high() != b.high()) {
            return Long.compareUnsigned(a.high(), b.high());
        }
        return a.low() != b.low() ? Long.compareUnsigned(a.low(), b.low()) : Long.compare(a.position(), b.position());
    };

    private static final Comparator<RequestRow> REQUEST_ORDER = (a, b) -> {
        var order = byteOrder(a.request().client().value(), b.request().client().value());
        return order != 0
                ? order
                : byteOrder(a.request().key().value(), b.request().key().value());
    };

    /** PostgreSQL compares UUIDs byte by byte, unsigned; Java's own order is signed. */
    private static int byteOrder(UUID a, UUID b) {
        var high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    private IndexTables() {}

    /** Where the indexes stand, with their row locked: a commit of ours that is still in doubt is over once this returns. */
    public static long lockedPosition(Connection connection, int partition) throws SQLException {
        try (var begin = connection.prepareStatement(BEGIN);
                var select = connection.prepareStatement(POSITION)) {
            begin.setInt(1, partition);
            begin.executeUpdate();
            select.setInt(1, partition);
            try (var result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    public static void advance(Connection connection, int partition, long position) throws SQLException {
        try (var update = connection.prepareStatement(ADVANCE)) {
            update.setLong(1, position);
            update.setInt(2, partition);
            if (update.executeUpdate() != 1) {
                throw new SQLException("the indexer's own position is gone");
            }
        }
    }

    /** Writes them all; a key that is there already is an error, always. */
    public static void write(Connection connection, int partition, IndexRows rows) throws SQLException {
        rows.tags().sort(TAG_ORDER);
        var tags = new BinaryCopy(connection, TAGS);
        for (var row : rows.tags()) {
            tags.row(4)
                    .smallint(partition)
                    .smallint(row.kind())
                    .uuid(row.high(), row.low())
                    .bigint(row.position());
        }
        tags.end();
        rows.requests().sort(REQUEST_ORDER);
        var requests = new BinaryCopy(connection, REQUESTS);
        for (var row : rows.requests()) {
            requests.row(4)
                    .smallint(partition)
                    .uuid(row.request().client().value())
                    .uuid(row.request().key().value())
                    .bigint(row.position());
        }
        requests.end();
        writeControls(connection, partition, rows.controls());
    }

    private static void writeControls(
            Connection connection, int partition, Map<IndexRows.ControlKey, IndexRows.ControlSum> controls)
            throws SQLException {
        try (var upsert = connection.prepareStatement(CONTROL)) {
            for (var each : controls.entrySet()) {
                bind(upsert, partition, each.getKey(), each.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void bind(
            PreparedStatement upsert, int partition, IndexRows.ControlKey key, IndexRows.ControlSum sum)
            throws SQLException {
        upsert.setInt(1, partition);
        upsert.setObject(2, key.ledger().value());
        upsert.setString(3, key.account());
        upsert.setString(4, key.currency().code());
        upsert.setLong(5, sum.debits());
        upsert.setLong(6, sum.credits());
    }
}
