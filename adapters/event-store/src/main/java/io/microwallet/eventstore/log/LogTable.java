package io.microwallet.eventstore.log;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.codec.EventCodec;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The statements on {@code log}. */
public final class LogTable {
    private static final String COLUMNS = "partition, position, events, recorded_at, body, ends, root, chain, genesis";

    private static final String FIRST = "INSERT INTO log (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Goes in only on top of the head that we hold: the compare-and-swap. */
    private static final String APPEND = """
            INSERT INTO log (partition, position, events, recorded_at, body, ends, root, chain)
            SELECT h.partition, h.position + h.events, ?, ?, ?, ?, ?, ?
            FROM log h
            WHERE h.partition = ? AND h.position = ? AND h.chain = ?""";

    private static final String HEAD =
            "SELECT " + COLUMNS + " FROM log WHERE partition = ? ORDER BY position DESC LIMIT 1";

    private static final String HOLDING =
            "SELECT " + COLUMNS + " FROM log WHERE partition = ? AND position <= ? ORDER BY position DESC LIMIT 1";

    private static final String FOLLOWING =
            "SELECT " + COLUMNS + " FROM log WHERE partition = ? AND position >= ? ORDER BY position LIMIT ?";

    private static final String SPANS = """
            SELECT position, events FROM log
            WHERE partition = ? AND position + events > ? AND position >= coalesce(
                (SELECT max(position) FROM log WHERE partition = ? AND position <= ?), 0)
            ORDER BY position LIMIT ?""";

    private static final String ALL =
            "SELECT " + COLUMNS + " FROM log WHERE partition = ? AND position >= ? ORDER BY position";

    /** At most 16 MiB of bodies at once. */
    private static final int ROWS_FETCHED = 16;

    /** One event of a row; {@code ends} counts from 1 in SQL. */
    public static final String SLICE = """
            substring(l.body FROM CASE WHEN t.position = l.position THEN 2 ELSE l.ends[t.position - l.position] + 2 END
                             FOR l.ends[t.position - l.position + 1]
                                 - CASE WHEN t.position = l.position THEN 1 ELSE l.ends[t.position - l.position] + 1 END)""";

    private static final String EVENTS = "SELECT t.position, " + SLICE + """
             AS json
            FROM unnest(?::bigint[]) WITH ORDINALITY AS t(position, n)
            CROSS JOIN LATERAL (
                SELECT r.position, r.body, r.ends FROM log r
                WHERE r.partition = ? AND r.position <= t.position
                ORDER BY r.position DESC LIMIT 1) l
            ORDER BY t.n""";

    private LogTable() {}

    /** False where the head is no longer the one that the row stands on. @throws SQLException 23505 where its place is taken */
    public static boolean append(Connection connection, SealedRow row) throws SQLException {
        return row.genesis() == null ? onHead(connection, row) : first(connection, row);
    }

    private static boolean first(Connection connection, SealedRow row) throws SQLException {
        try (var statement = connection.prepareStatement(FIRST)) {
            statement.setInt(1, row.partition());
            statement.setLong(2, row.position());
            content(statement, 3, row);
            statement.setBytes(9, row.genesis());
            return statement.executeUpdate() == 1;
        }
    }

    private static boolean onHead(Connection connection, SealedRow row) throws SQLException {
        try (var statement = connection.prepareStatement(APPEND)) {
            content(statement, 1, row);
            statement.setInt(7, row.partition());
            statement.setLong(8, row.previous().position());
            statement.setBytes(9, row.previous().chain());
            return statement.executeUpdate() == 1;
        }
    }

    private static void content(PreparedStatement statement, int from, SealedRow row) throws SQLException {
        statement.setInt(from, row.events());
        statement.setLong(from + 1, row.recordedAt());
        statement.setBinaryStream(from + 2, new ByteArrayInputStream(row.body(), 0, row.length()), row.length());
        statement.setObject(from + 3, row.ends());
        statement.setBytes(from + 4, row.root());
        statement.setBytes(from + 5, row.chain());
    }

    /** The last row; empty for an empty log. */
    public static Optional<LogRow> last(Connection connection, int partition) throws SQLException {
        try (var statement = connection.prepareStatement(HEAD)) {
            statement.setInt(1, partition);
            return rows(statement).stream().findFirst();
        }
    }

    /** The row that holds a position; the last row for a position beyond it. */
    public static Optional<LogRow> holding(Connection connection, int partition, long position) throws SQLException {
        try (var statement = connection.prepareStatement(HOLDING)) {
            statement.setInt(1, partition);
            statement.setLong(2, position);
            return rows(statement).stream().findFirst();
        }
    }

    /** The events at positions that are in the log, in the order given, each sliced out of its row. */
    public static List<RecordedEvent> events(Connection connection, int partition, List<Long> positions)
            throws SQLException {
        try (var statement = connection.prepareStatement(EVENTS)) {
            statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            statement.setInt(2, partition);
            try (var result = statement.executeQuery()) {
                var events = new ArrayList<RecordedEvent>(positions.size());
                while (result.next()) {
                    var json = result.getBytes("json");
                    events.add(EventCodec.read(json, 0, json.length, result.getLong("position")));
                }
                return events;
            }
        }
    }

    /** Where the rows from a position on begin and end, in order; the first may hold it in its middle. */
    public static List<Span> spans(Connection connection, int partition, long position, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(SPANS)) {
            statement.setInt(1, partition);
            statement.setLong(2, position);
            statement.setInt(3, partition);
            statement.setLong(4, position);
            statement.setInt(5, limit);
            try (var result = statement.executeQuery()) {
                var spans = new ArrayList<Span>();
                while (result.next()) {
                    var first = result.getLong("position");
                    spans.add(new Span(Math.max(position, first), first + result.getInt("events") - 1));
                }
                return spans;
            }
        }
    }

    /** Rows that begin at a position or later, in order. */
    public static List<LogRow> from(Connection connection, int partition, long position, int limit)
            throws SQLException {
        try (var statement = connection.prepareStatement(FOLLOWING)) {
            statement.setInt(1, partition);
            statement.setLong(2, position);
            statement.setInt(3, limit);
            return rows(statement);
        }
    }

    /**
     * Hands over every row that begins at a position or later, whatever stands in it, until the consumer says false. Holds a
     * cursor: the connection must be in a transaction.
     */
    public static void walk(Connection connection, int partition, long from, Predicate<LogRow> wantsMore)
            throws SQLException {
        try (var statement = connection.prepareStatement(ALL)) {
            statement.setFetchSize(ROWS_FETCHED);
            statement.setInt(1, partition);
            statement.setLong(2, from);
            try (var result = statement.executeQuery()) {
                var more = true;
                while (more && result.next()) {
                    more = wantsMore.test(row(result));
                }
            }
        }
    }

    private static List<LogRow> rows(PreparedStatement statement) throws SQLException {
        try (var result = statement.executeQuery()) {
            var rows = new ArrayList<LogRow>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        }
    }

    private static LogRow row(ResultSet result) throws SQLException {
        var boxed = (Integer[]) result.getArray("ends").getArray();
        var ends = new int[boxed.length];
        for (var i = 0; i < ends.length; i++) {
            // Only tampering leaves a gap there; then the row is looked at all the same.
            ends[i] = boxed[i] == null ? 0 : boxed[i];
        }
        return new LogRow(
                result.getInt("partition"),
                result.getLong("position"),
                result.getInt("events"),
                result.getLong("recorded_at"),
                result.getBytes("body"),
                ends,
                result.getBytes("root"),
                result.getBytes("chain"),
                result.getBytes("genesis"));
    }
}
