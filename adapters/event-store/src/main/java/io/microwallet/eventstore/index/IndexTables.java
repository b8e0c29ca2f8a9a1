package io.microwallet.eventstore.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

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
        var tags = new BinaryCopy(connection, TAGS);
        rows.tags().write(tags, partition);
        tags.end();
        var requests = new BinaryCopy(connection, REQUESTS);
        rows.requests().write(requests, partition);
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
