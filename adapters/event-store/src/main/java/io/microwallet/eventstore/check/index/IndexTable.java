package io.microwallet.eventstore.check.index;

import io.microwallet.core.decision.Tag;
import io.microwallet.eventstore.index.IndexRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The two indexes that hold positions, seen in one way. */
enum IndexTable {
    EVENT_TAG(
            "SELECT kind, id AS first, id AS second, position FROM event_tag WHERE partition = ?",
            (rows, entries) -> rows.tags().forEach((kind, high, low, position) -> {
                var id = new UUID(high, low);
                entries.add(new IndexEntry(kind, id, id, position));
            })),
    REQUEST(
            "SELECT 0 AS kind, client AS first, key AS second, position FROM request WHERE partition = ?",
            (rows, entries) -> rows.requests()
                    .forEach((request, position) -> entries.add(new IndexEntry(
                            0, request.client().value(), request.key().value(), position))));

    private static final int ROWS_FETCHED = 10_000;

    private final String select;
    private final BiConsumer<IndexRows, List<IndexEntry>> expected;

    IndexTable(String select, BiConsumer<IndexRows, List<IndexEntry>> expected) {
        this.select = select;
        this.expected = expected;
    }

    /** What this table is to hold of some rows of the log. */
    List<IndexEntry> expected(IndexRows rows) {
        var entries = new ArrayList<IndexEntry>();
        expected.accept(rows, entries);
        return entries;
    }

    /** Every row that it holds, in no order. */
    void read(Connection snapshot, int partition, Consumer<IndexEntry> consumer) throws SQLException {
        read(snapshot, select, consumer, partition);
    }

    /** Its rows between two positions, inclusive. */
    void read(Connection snapshot, int partition, long from, long to, Consumer<IndexEntry> consumer)
            throws SQLException {
        read(snapshot, select + " AND position BETWEEN ? AND ?", consumer, partition, from, to);
    }

    private static void read(Connection snapshot, String sql, Consumer<IndexEntry> consumer, Object... parameters)
            throws SQLException {
        try (var statement = snapshot.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_FETCHED);
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    consumer.accept(new IndexEntry(
                            result.getInt(1),
                            result.getObject(2, UUID.class),
                            result.getObject(3, UUID.class),
                            result.getLong(4)));
                }
            }
        }
    }

    /** Never with the ids themselves: a wallet's own id leaves the service nowhere. */
    String describe(IndexEntry entry) {
        return switch (this) {
            case EVENT_TAG -> "event_tag, kind " + kind(entry.kind());
            case REQUEST -> "request";
        };
    }

    private static String kind(int code) {
        return Arrays.stream(Tag.Kind.values())
                .filter(kind -> kind.code() == (code & ~IndexRows.HISTORY))
                .findFirst()
                .map(kind -> code + " (" + kind + ')')
                .orElse(Integer.toString(code));
    }
}
