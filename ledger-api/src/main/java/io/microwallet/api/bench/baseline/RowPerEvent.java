package io.microwallet.api.bench.baseline;

import io.microwallet.embedded.DatabaseLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The event store that most would write, at its best: 500 events a commit, each a row with two tag rows and a key row, one backend. */
final class RowPerEvent implements Baseline {
    private static final int EVENTS = 500;
    private static final int TAGS = 2;

    private final Connection connection;
    private final List<byte[]> events;
    private long position;

    RowPerEvent(DatabaseLogin owner, List<byte[]> events) throws SQLException {
        this.connection = owner.connect();
        this.events = events;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "CREATE TABLE bench_event (position bigint PRIMARY KEY, body bytea NOT NULL)",
                "CREATE TABLE bench_tag (id uuid, position bigint, PRIMARY KEY (id, position))",
                "CREATE TABLE bench_key (key uuid PRIMARY KEY, position bigint NOT NULL)");
    }

    @Override
    public long insertUntil(long end) throws SQLException {
        try (var bodies = connection.prepareStatement(
                        "INSERT INTO bench_event SELECT ? + n - 1, body FROM unnest(?) WITH ORDINALITY AS e(body, n)");
                var tags = connection.prepareStatement(
                        "INSERT INTO bench_tag SELECT id, ? + (n - 1) / 2 FROM unnest(?) WITH ORDINALITY AS t(id, n)");
                var keys = connection.prepareStatement(
                        "INSERT INTO bench_key SELECT key, ? + n - 1 FROM unnest(?) WITH ORDINALITY AS k(key, n)")) {
            connection.setAutoCommit(false);
            var inserted = 0L;
            while (System.nanoTime() < end) {
                insert(bodies, "bytea", bodies());
                insert(tags, "uuid", ids(TAGS * EVENTS));
                insert(keys, "uuid", ids(EVENTS));
                connection.commit();
                position += EVENTS;
                inserted += EVENTS;
            }
            return inserted;
        }
    }

    private void insert(PreparedStatement insert, String type, Object[] values) throws SQLException {
        insert.setLong(1, position);
        insert.setArray(2, insert.getConnection().createArrayOf(type, values));
        insert.executeUpdate();
    }

    private byte[][] bodies() {
        var bodies = new byte[EVENTS][];
        for (var i = 0; i < EVENTS; i++) {
            bodies[i] = events.get(i % events.size());
        }
        return bodies;
    }

    private static UUID[] ids(int count) {
        var random = ThreadLocalRandom.current();
        var ids = new UUID[count];
        for (var i = 0; i < count; i++) {
            ids[i] = new UUID(random.nextLong(), random.nextLong());
        }
        return ids;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
