package io.microwallet.eventstore.index;

import io.microwallet.eventstore.log.LogScanner;
import java.sql.Connection;
import java.sql.SQLException;

/** Indexes what an earlier writer left behind, straight from the log, before anyone is served. */
public final class CatchUp {
    private static final int BATCH_EVENTS = 20_000;

    private CatchUp() {}

    /** Ends when the indexes hold the log up to {@code last}. */
    public static void run(Connection connection, int partition, long last) throws SQLException {
        connection.setAutoCommit(false);
        var position = IndexTables.lockedPosition(connection, partition);
        while (position < last) {
            var batch = batch(connection, partition, position + 1);
            IndexTables.write(connection, partition, batch.rows);
            IndexTables.advance(connection, partition, batch.last);
            connection.commit();
            position = IndexTables.lockedPosition(connection, partition);
        }
        connection.commit();
    }

    private static Batch batch(Connection connection, int partition, long from) throws SQLException {
        var batch = new Batch();
        LogScanner.scan(connection, partition, from, row -> {
            batch.rows.add(row.position(), row.decoded());
            batch.last = row.last();
            batch.events += row.events();
            return batch.events < BATCH_EVENTS;
        });
        return batch;
    }

    private static final class Batch {
        final IndexRows rows = new IndexRows();
        long last;
        int events;
    }
}
