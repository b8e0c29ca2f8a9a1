package io.microwallet.eventstore.check;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import io.microwallet.eventstore.check.finding.ProjectionCheck;
import io.microwallet.eventstore.check.index.IndexCheck;
import io.microwallet.eventstore.check.index.SnapshotCheck;
import io.microwallet.eventstore.check.index.TotalsCheck;
import io.microwallet.eventstore.check.replay.BooksCheck;
import io.microwallet.eventstore.check.replay.DecisionsCheck;
import io.microwallet.eventstore.check.replay.HeadsCheck;
import io.microwallet.eventstore.check.replay.RowCheck;
import io.microwallet.eventstore.index.IndexRows;
import io.microwallet.eventstore.log.LogRow;
import io.microwallet.eventstore.log.LogTable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Replays the log in one snapshot and compares with it whatever stands on it. Reads only, so it runs beside the service. Its
 * memory grows with the number of wallets, top-ups and refunds and of keys that are not indexed yet, and by some 40 bytes a
 * purchase.
 */
public final class Fsck {
    private final Connection snapshot;
    private final FsckSettings settings;
    private final Findings findings;
    private final HeadsCheck heads;
    private final RowCheck rows;
    private final DecisionsCheck decisions;
    private final BooksCheck books;
    private final Map<ProjectionCheck, Long> projections = new LinkedHashMap<>();
    private final TotalsCheck totals = new TotalsCheck();
    private final long indexed;
    private final long last;
    private final IndexCheck index;
    private final SnapshotCheck snapshots;

    private String chain = "";
    private long events;
    /** The last position up to which everything could be read. */
    private long replayed = -1;

    private boolean isReadable = true;
    private boolean indexEndsARow;

    /** Told how far it is, after every row. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (position, last) -> {};

        void replayed(long position, long last);
    }

    private Fsck(Connection snapshot, FsckSettings settings, HeadsCheck heads, Findings findings) throws SQLException {
        this.snapshot = snapshot;
        this.settings = settings;
        this.findings = findings;
        this.heads = heads;
        rows = new RowCheck(findings);
        decisions = new DecisionsCheck(findings);
        books = new BooksCheck(findings);
        indexed = IndexPosition.in(snapshot, settings.partition());
        last = LogTable.last(snapshot, settings.partition()).map(LogRow::last).orElse(-1L);
        index = new IndexCheck(snapshot, settings.partition(), Math.min(indexed, last), findings);
        snapshots = SnapshotCheck.read(snapshot, settings.partition(), findings);
        for (var projection : settings.projections()) {
            projections.put(projection, projection.position(snapshot));
        }
    }

    /**
     * Checks one partition.
     *
     * @param connection a fresh one, of any role that may read; it is left in no transaction
     * @throws IOException if the signed heads cannot be read
     */
    public static Report run(Connection connection, FsckSettings settings, Progress progress)
            throws SQLException, IOException {
        var findings = new Findings();
        var heads = HeadsCheck.read(settings.heads(), settings.headKey(), settings.partition(), findings);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try {
            return new Fsck(connection, settings, heads, findings).run(progress);
        } finally {
            connection.rollback();
        }
    }

    private Report run(Progress progress) throws SQLException {
        LogTable.walk(snapshot, settings.partition(), Long.MIN_VALUE, row -> {
            check(row);
            progress.replayed(row.last(), last);
            return true;
        });
        heads.end(last);
        compareIndexes();
        for (var projection : projections.entrySet()) {
            compare(projection.getKey(), projection.getValue());
        }
        return new Report(last, chain, events, indexed, heads.count(), findings.inOrder(), findings.count());
    }

    private void check(LogRow row) {
        events += row.ends().length;
        chain = HexFormat.of().formatHex(row.chain());
        var read = rows.check(row);
        heads.check(row);
        isReadable &= read.isPresent();
        if (isReadable) {
            replay(row, read.orElseThrow());
        }
    }

    private void replay(LogRow row, List<RecordedEvent> events) {
        var isIndexed = row.last() <= indexed;
        decisions.check(events, isIndexed);
        snapshots.replay(row, events);
        for (var event : events) {
            books.check(event);
            projections.forEach((projection, position) -> {
                if (event.position() <= position) {
                    projection.replay(event);
                }
            });
        }
        if (isIndexed) {
            var rows = new IndexRows();
            rows.add(row.position(), events);
            index.expect(rows);
            totals.expect(rows, row.last());
        }
        indexEndsARow |= row.last() == indexed;
        replayed = row.last();
    }

    /** What stands on events that cannot be read is not compared: it would only repeat that they are wrong. */
    private void compareIndexes() throws SQLException {
        if (indexed > last) {
            findings.add(
                    FindingKind.INDEX_AHEAD_OF_LOG,
                    last + 1,
                    "the log ends at %d, and was indexed to %d".formatted(last, indexed));
        } else if (isReadable && indexed >= 0 && !indexEndsARow) {
            findings.add(FindingKind.INDEX_INSIDE_A_ROW, indexed, "the indexer's position is not the end of a row");
        } else if (isReadable) {
            totals.compare(snapshot, settings.partition(), indexed, findings);
            index.compareKeys(decisions.unindexed());
        }
        if (isReadable) {
            snapshots.end();
        }
        index.compare(Math.min(indexed, replayed), isReadable ? indexed : Long.MAX_VALUE);
    }

    private void compare(ProjectionCheck projection, long position) throws SQLException {
        if (position > last) {
            findings.add(
                    FindingKind.PROJECTION_DIFFERS,
                    last + 1,
                    "the projection %s is at %d, behind the log's end".formatted(projection.name(), position));
        } else if (isReadable) {
            projection.compare(snapshot, findings);
        }
    }
}
