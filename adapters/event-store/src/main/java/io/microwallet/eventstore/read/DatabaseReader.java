package io.microwallet.eventstore.read;

import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.codec.EventCodec;
import io.microwallet.eventstore.codec.StateCodec;
import io.microwallet.eventstore.decide.Known;
import io.microwallet.eventstore.index.IndexRows.ControlKey;
import io.microwallet.eventstore.index.IndexRows.ControlSum;
import io.microwallet.eventstore.log.LogRow;
import io.microwallet.eventstore.log.LogTable;
import io.microwallet.eventstore.log.Span;
import io.microwallet.eventstore.snapshot.SnapshotTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** The statements that read the log by its indexes. Index rows and the indexer's position come from one snapshot, always. */
final class DatabaseReader {
    private static final String SLICES =
            "SELECT i.position AS indexed, t.position AS position, " + LogTable.SLICE + """
             AS json
            FROM indexed i
            LEFT JOIN LATERAL (
                SELECT e.position FROM event_tag e
                WHERE e.partition = i.partition AND e.kind = ? AND e.id = ? AND e.position %1$s ?
                ORDER BY e.position %2$s LIMIT ?) t ON true
            LEFT JOIN LATERAL (
                SELECT r.position, r.body, r.ends FROM log r
                WHERE r.partition = i.partition AND r.position <= t.position
                ORDER BY r.position DESC LIMIT 1) l ON true
            WHERE i.partition = ?
            ORDER BY t.position %2$s""";

    private static final String AFTER = SLICES.formatted(">", "ASC");
    private static final String BEFORE = SLICES.formatted("<", "DESC");

    /** For kinds that are indexed once a commit: the rows of the log from the one that may hold the position. */
    private static final String ROWS_AFTER = """
            SELECT i.position AS indexed, t.position AS position
            FROM indexed i
            LEFT JOIN LATERAL (
                SELECT e.position FROM event_tag e
                WHERE e.partition = i.partition AND e.kind = ? AND e.id = ? AND e.position >= coalesce(
                    (SELECT max(b.position) FROM event_tag b
                     WHERE b.partition = i.partition AND b.kind = e.kind AND b.id = e.id AND b.position <= ?), 0)
                ORDER BY e.position LIMIT ?) t ON true
            WHERE i.partition = ?
            ORDER BY t.position""";

    private static final String ROWS_BEFORE = """
            SELECT i.position AS indexed, t.position AS position
            FROM indexed i
            LEFT JOIN LATERAL (
                SELECT e.position FROM event_tag e
                WHERE e.partition = i.partition AND e.kind = ? AND e.id = ? AND e.position < ?
                ORDER BY e.position DESC LIMIT ?) t ON true
            WHERE i.partition = ?
            ORDER BY t.position DESC""";

    private static final String TOTALS = """
            SELECT i.position AS indexed, c.account, c.currency, c.debits, c.credits
            FROM indexed i
            LEFT JOIN control c ON c.partition = i.partition AND c.ledger = ?
            WHERE i.partition = ?""";

    /** At most 4 MiB of bodies at once. */
    private static final int SCAN_ROWS = 4;

    private static final int SPANS = 100;

    private final DataSource database;
    private final int partition;

    DatabaseReader(DataSource database, int partition) {
        this.database = database;
        this.partition = partition;
    }

    /** What the index says, and how far it reached in that very moment. */
    record Indexed<T>(long position, List<T> found) {}

    Indexed<RecordedEvent> after(int kind, UUID id, long after, int limit) {
        return slices(AFTER, kind, id, after, limit);
    }

    Indexed<RecordedEvent> before(int kind, UUID id, long before, int limit) {
        return slices(BEFORE, kind, id, before, limit);
    }

    Indexed<Long> rowsAfter(int kind, UUID id, long after, int limit) {
        return query(ROWS_AFTER, kind, id, after, limit, row -> row.getLong("position"));
    }

    Indexed<Long> rowsBefore(int kind, UUID id, long before, int limit) {
        return query(ROWS_BEFORE, kind, id, before, limit, row -> row.getLong("position"));
    }

    private Indexed<RecordedEvent> slices(String sql, int kind, UUID id, long bound, int limit) {
        return query(sql, kind, id, bound, limit, row -> {
            var json = row.getBytes("json");
            return EventCodec.read(json, 0, json.length, row.getLong("position"));
        });
    }

    private <T> Indexed<T> query(String sql, int kind, UUID id, long bound, int limit, Mapper<T> mapper) {
        return with(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setInt(1, kind);
                statement.setObject(2, id);
                statement.setLong(3, bound);
                statement.setInt(4, limit);
                statement.setInt(5, partition);
                return indexed(statement, "position", mapper);
            }
        });
    }

    /** The control table as of the indexer's position. */
    record IndexedTotals(long position, Map<ControlKey, ControlSum> sums) {}

    IndexedTotals totals(LedgerId ledger) {
        return with(connection -> {
            try (var statement = connection.prepareStatement(TOTALS)) {
                statement.setObject(1, ledger.value());
                statement.setInt(2, partition);
                var sums = new HashMap<ControlKey, ControlSum>();
                var indexed = indexed(
                        statement,
                        "account",
                        row -> sums.put(
                                new ControlKey(
                                        ledger, row.getString("account"), Currency.of(row.getString("currency"))),
                                new ControlSum(row.getLong("debits"), row.getLong("credits"))));
                return new IndexedTotals(indexed.position(), sums);
            }
        });
    }

    private static <T> Indexed<T> indexed(PreparedStatement statement, String present, Mapper<T> mapper)
            throws SQLException {
        try (var result = statement.executeQuery()) {
            var found = new ArrayList<T>();
            var position = -1L;
            while (result.next()) {
                position = result.getLong("indexed");
                if (result.getObject(present) != null) {
                    found.add(mapper.map(result));
                }
            }
            return new Indexed<>(position, found);
        }
    }

    /** The events at these positions, in the order given. */
    List<RecordedEvent> events(List<Long> positions) {
        return with(connection -> LogTable.events(connection, partition, positions));
    }

    /** A state that was kept, with its position; empty where there is none that stands on this log. */
    Optional<Known> snapshot(EntityId<?> id) {
        return StateCodec.isStored(id.tag().kind())
                ? with(connection -> SnapshotTable.find(connection, partition, id))
                : Optional.empty();
    }

    /** Where the next rows from a position on begin and end. */
    List<Span> spans(long position) {
        return with(connection -> LogTable.spans(connection, partition, position, SPANS));
    }

    LogRow row(long position) {
        return with(
                connection -> LogTable.holding(connection, partition, position).orElseThrow());
    }

    /** Row by row, from the one that holds a position on; no connection is held while the consumer works. */
    void scan(long from, Predicate<LogRow> wantsMore) {
        var first = row(from);
        var next = first.last() + 1;
        if (first.last() < from || !wantsMore.test(first)) {
            return;
        }
        while (true) {
            var page = page(next);
            for (var row : page) {
                if (!wantsMore.test(row)) {
                    return;
                }
            }
            if (page.isEmpty()) {
                return;
            }
            next = page.getLast().last() + 1;
        }
    }

    private List<LogRow> page(long from) {
        return with(connection -> LogTable.from(connection, partition, from, SCAN_ROWS));
    }

    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new BooksUnavailableException("the database is away: " + e.getMessage());
        }
    }
}
