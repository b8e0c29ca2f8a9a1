package io.microwallet.eventstore.snapshot;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.eventstore.codec.StateCodec;
import io.microwallet.eventstore.decide.Known;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statements on {@code snapshot}. */
public final class SnapshotTable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotTable.class);

    /** One that stands on another log, or beyond the end of this one, is as good as none. */
    private static final String FIND = """
            SELECT s.position, s.state
            FROM snapshot s
            CROSS JOIN LATERAL (
                SELECT r.position, r.events, r.chain FROM log r
                WHERE r.partition = s.partition AND r.position <= s.position
                ORDER BY r.position DESC LIMIT 1) l
            WHERE s.partition = ? AND s.kind = ? AND s.id = ? AND s.format = ?
              AND s.chain = l.chain AND s.position < l.position + l.events""";

    /** An older one never takes the place of a newer. */
    private static final String KEEP = """
            INSERT INTO snapshot (partition, kind, id, position, chain, format, state)
            SELECT r.partition, ?, ?, ?, r.chain, ?, ?
            FROM log r
            WHERE r.partition = ? AND r.position <= ?
            ORDER BY r.position DESC LIMIT 1
            ON CONFLICT (partition, kind, id) DO UPDATE
            SET position = excluded.position, chain = excluded.chain, format = excluded.format, state = excluded.state
            WHERE snapshot.position < excluded.position OR snapshot.format <> excluded.format""";

    private SnapshotTable() {}

    /** A state to be kept; every event in it is durable. */
    record Kept(Tag tag, long position, byte[] state) {}

    /** What was kept of a thing, unless it cannot be trusted. */
    public static Optional<Known> find(Connection connection, int partition, EntityId<?> id) throws SQLException {
        var tag = id.tag();
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setInt(1, partition);
            statement.setInt(2, tag.kind().code());
            statement.setObject(3, tag.id());
            statement.setInt(4, StateCodec.FORMAT);
            try (var result = statement.executeQuery()) {
                return result.next()
                        ? read(tag, result.getLong("position"), result.getBytes("state"))
                        : Optional.empty();
            }
        }
    }

    private static Optional<Known> read(Tag tag, long position, byte[] state) {
        try {
            return Optional.of(new Known(StateCodec.read(tag.kind(), state), position, 0));
        } catch (RuntimeException e) {
            LOG.warn("A snapshot at position {} cannot be read; its history is: {}", position, e.getMessage());
            return Optional.empty();
        }
    }

    static void keep(Connection connection, int partition, List<Kept> states) throws SQLException {
        try (var statement = connection.prepareStatement(KEEP)) {
            for (var each : states) {
                bind(statement, partition, each);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, int partition, Kept kept) throws SQLException {
        statement.setInt(1, kept.tag().kind().code());
        statement.setObject(2, kept.tag().id());
        statement.setLong(3, kept.position());
        statement.setInt(4, StateCodec.FORMAT);
        statement.setBytes(5, kept.state());
        statement.setInt(6, partition);
        statement.setLong(7, kept.position());
    }
}
