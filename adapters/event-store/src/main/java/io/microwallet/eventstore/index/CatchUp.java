package io.microwallet.eventstore.index;

import java.sql.Connection;
import java.sql.SQLException;

/** Indexes what an earlier writer left behind, straight from the log, before anyone is served. */
public final class CatchUp {
    private CatchUp() {}

    /** Ends when the indexes hold the log up to {@code last}. */
    public static void run(Connection connection, int partition, long last) throws SQLException {
        connection.setAutoCommit(false);
        var position = IndexTables.lockedPosition(connection, partition);
        while (position < last) {
            var batch = IndexBatch.read(connection, partition, position + 1);
            IndexTables.write(connection, partition, batch.rows());
            IndexTables.advance(connection, partition, batch.last());
            connection.commit();
            position = IndexTables.lockedPosition(connection, partition);
        }
        connection.commit();
    }
}
