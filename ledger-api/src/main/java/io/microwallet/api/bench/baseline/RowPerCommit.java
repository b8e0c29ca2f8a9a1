package io.microwallet.api.bench.baseline;

import io.microwallet.embedded.DatabaseLogin;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What the log alone could take: 500 events in one row, one row a commit, nothing indexed, through one client. */
final class RowPerCommit implements Baseline {
    private static final int EVENTS = 500;

    private final Connection connection;
    private final List<byte[]> events;
    private long position;

    RowPerCommit(DatabaseLogin owner, List<byte[]> events) throws SQLException {
        this.connection = owner.connect();
        this.events = events;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "CREATE TABLE bench_commit (position bigint PRIMARY KEY, body bytea NOT NULL)",
                "ALTER TABLE bench_commit ALTER COLUMN body SET STORAGE EXTERNAL");
    }

    @Override
    public long insertUntil(long end) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO bench_commit (position, body) VALUES (?, ?)")) {
            var inserted = 0L;
            while (System.nanoTime() < end) {
                insert.setLong(1, position);
                insert.setBytes(2, body());
                insert.executeUpdate();
                position += EVENTS;
                inserted += EVENTS;
            }
            return inserted;
        }
    }

    private byte[] body() {
        var body = new ByteArrayOutputStream(EVENTS * (EventBytes.average(events) + 1));
        for (var i = 0; i < EVENTS; i++) {
            body.writeBytes(events.get(i % events.size()));
            body.write(',');
        }
        return body.toByteArray();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
