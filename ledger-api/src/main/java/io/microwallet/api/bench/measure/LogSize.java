package io.microwallet.api.bench.measure;

import io.microwallet.embedded.DatabaseLogin;
import java.sql.SQLException;
import tools.jackson.databind.node.ObjectNode;

/** What the log holds: commits, events and bytes of events. */
record LogSize(long commits, long events, long bytes) {
    private static final String QUERY = """
            SELECT count(*), coalesce(sum(events), 0), coalesce(sum(octet_length(body)), 0)
            FROM log
            WHERE partition = 0 AND position > ?
            """;

    /** Of the rows that begin after a position. */
    static LogSize after(DatabaseLogin login, long position) throws SQLException {
        try (var connection = login.connect();
                var query = connection.prepareStatement(QUERY)) {
            query.setLong(1, position);
            try (var rows = query.executeQuery()) {
                rows.next();
                return new LogSize(rows.getLong(1), rows.getLong(2), rows.getLong(3));
            }
        }
    }

    void tell(ObjectNode details) {
        details.put("eventBytes", Math.round((double) bytes / Math.max(1, events)))
                .put("commits", commits)
                .put("eventsPerCommit", Math.round((double) events / Math.max(1, commits)));
    }
}
