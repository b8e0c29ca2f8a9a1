package io.microwallet.eventstore.index;

import io.microwallet.eventstore.log.LogScanner;
import java.sql.Connection;
import java.sql.SQLException;

/** What some rows of the log put into the indexes, read straight from the log in bounded memory. */
public final class IndexBatch {
    private static final int EVENTS_MAX = 20_000;

    private final IndexRows rows = new IndexRows();
    private long last;
    private int events;

    private IndexBatch(long last) {
        this.last = last;
    }

    /** The rows from a position on, whole ones; without any where the log ends before. */
    public static IndexBatch read(Connection connection, int partition, long from) throws SQLException {
        var batch = new IndexBatch(from - 1);
        LogScanner.scan(connection, partition, from, row -> {
            batch.rows.add(row.position(), row.decoded());
            batch.last = row.last();
            batch.events += row.events();
            return batch.events < EVENTS_MAX;
        });
        return batch;
    }

    public IndexRows rows() {
        return rows;
    }

    /** The last position in it. */
    public long last() {
        return last;
    }

    public boolean isEmpty() {
        return events == 0;
    }
}
