package io.microwallet.eventstore.decide;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.RequestId;
import io.microwallet.eventstore.index.IndexRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what was indexed before this writer opened into the filters. What is decided since then puts itself in. */
final class FilterFill {
    private static final Logger LOG = LoggerFactory.getLogger(FilterFill.class);
    private static final String KEYS = "SELECT client, key FROM request WHERE partition = ?";
    /** What is listed under a tag is its history too, or more. */
    private static final String TAGS =
            "SELECT kind, id FROM event_tag WHERE partition = ? AND kind < " + IndexRows.HISTORY;

    private static final int FETCH_ROWS = 10_000;

    private final DataSource database;
    private final int partition;

    FilterFill(DataSource database, int partition) {
        this.database = database;
        this.partition = partition;
    }

    private interface Each {
        void row(ResultSet row) throws SQLException;
    }

    void fill(KeyFilter keys) {
        try {
            read(
                    KEYS,
                    row -> keys.add(new RequestId(
                            new ClientId(row.getObject(1, UUID.class)),
                            new IdempotencyKey(row.getObject(2, UUID.class)))));
            keys.whole();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("No key filter: every key goes to the table. {}", e.getMessage());
        }
    }

    void fill(BirthFilter births) {
        try {
            read(TAGS, row -> births.add(row.getInt(1), row.getObject(2, UUID.class)));
            births.whole();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("No birth filter: everything new is looked for. {}", e.getMessage());
        }
    }

    private void read(String sql, Each each) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCH_ROWS);
                statement.setInt(1, partition);
                try (var result = statement.executeQuery()) {
                    while (result.next()) {
                        each.row(result);
                    }
                }
            }
            connection.commit();
        }
    }
}
