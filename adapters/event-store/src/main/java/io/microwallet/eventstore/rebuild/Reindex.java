package io.microwallet.eventstore.rebuild;

import io.microwallet.eventstore.index.IndexBatch;
import io.microwallet.eventstore.index.IndexTables;
import io.microwallet.eventstore.log.LogRow;
import io.microwallet.eventstore.log.LogTable;
import io.microwallet.eventstore.write.PartitionLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Drops the indexes of a partition and builds them from the log, in one transaction: all of it, or nothing. */
public final class Reindex {
    private static final String OTHERS = "SELECT EXISTS (SELECT FROM log WHERE partition <> ?)";

    private final Connection connection;
    private final int partition;
    private final List<ProjectionTables> projections;
    private final Progress progress;

    /** Told how far it is, after every batch. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (position, last) -> {};

        void indexed(long position, long last);
    }

    /**
     * What was done.
     *
     * @param position the last one that is indexed now
     * @param before the digest of each index as it was, and {@code after} as it is
     */
    public record Report(long position, Map<String, String> before, Map<String, String> after) {
        /** The indexes that were not as they should have been. They differ too where they were only behind. */
        public List<String> changed() {
            return IndexDigests.tables().stream()
                    .filter(table -> !Objects.equals(before.get(table), after.get(table)))
                    .toList();
        }
    }

    private Reindex(Connection connection, int partition, List<ProjectionTables> projections, Progress progress) {
        this.connection = connection;
        this.partition = partition;
        this.projections = projections;
        this.progress = progress;
    }

    /**
     * Builds the indexes anew.
     *
     * @param owner a fresh connection of the role that owns the tables; no writer can open the partition until it is closed
     * @throws WriterOpenException if one has it open
     * @throws IllegalArgumentException if an event in the log cannot be read
     * @throws SQLException with state 23505 too, if the log decides one key twice
     */
    public static Report run(Connection owner, int partition, List<ProjectionTables> projections, Progress progress)
            throws SQLException, WriterOpenException {
        if (!PartitionLock.take(owner, partition)) {
            throw new WriterOpenException(partition);
        }
        owner.setAutoCommit(false);
        try {
            var report = new Reindex(owner, partition, projections, progress).run();
            owner.commit();
            return report;
        } finally {
            owner.rollback();
        }
    }

    private Report run() throws SQLException {
        var before = IndexDigests.of(connection, partition);
        clear();
        var last = LogTable.last(connection, partition).map(LogRow::last).orElse(-1L);
        build(last);
        return new Report(last, before, IndexDigests.of(connection, partition));
    }

    private void clear() throws SQLException {
        // Emptied at once where nobody else has rows there; row by row is slow, and leaves its dead behind.
        var isShared = isShared();
        for (var table : IndexDigests.tables()) {
            empty(table, isShared);
        }
        // Kept anew when they are wanted: nothing is built here that the log does not say by itself.
        empty("snapshot", isShared);
        for (var projection : projections) {
            for (var table : projection.tables()) {
                empty(table, isShared);
            }
            try (var statement = connection.prepareStatement("DELETE FROM token_entry WHERE processor_name = ?")) {
                statement.setString(1, projection.projection());
                statement.executeUpdate();
            }
        }
    }

    private boolean isShared() throws SQLException {
        try (var statement = connection.prepareStatement(OTHERS)) {
            statement.setInt(1, partition);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private void empty(String table, boolean isShared) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    isShared ? "DELETE FROM " + table + " WHERE partition = " + partition : "TRUNCATE " + table);
        }
    }

    private void build(long last) throws SQLException {
        var position = IndexTables.lockedPosition(connection, partition);
        while (position < last) {
            var batch = IndexBatch.read(connection, partition, position + 1);
            if (batch.isEmpty()) {
                throw new IllegalArgumentException("the log has no position " + (position + 1));
            }
            IndexTables.write(connection, partition, batch.rows());
            position = batch.last();
            progress.indexed(position, last);
        }
        IndexTables.advance(connection, partition, position);
    }
}
