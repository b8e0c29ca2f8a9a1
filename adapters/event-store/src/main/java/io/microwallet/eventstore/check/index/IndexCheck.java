package io.microwallet.eventstore.check.index;

import io.microwallet.core.request.RequestId;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import io.microwallet.eventstore.index.IndexRows;
import io.microwallet.eventstore.log.LogRow;
import io.microwallet.eventstore.log.LogTable;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether {@code event_tag} and {@code request} are what the log says, no row less and none more. A first pass adds both up in
 * ranges; only ranges that differ are compared row by row.
 */
public final class IndexCheck {
    private static final int RANGES_COMPARED_MAX = 64;

    private final Connection snapshot;
    private final int partition;
    private final Findings findings;
    private final Map<IndexTable, RowSums> sums = new EnumMap<>(IndexTable.class);
    private long compared = -1;

    /** {@code last} is the last position that is compared. */
    public IndexCheck(Connection snapshot, int partition, long last, Findings findings) {
        this.snapshot = snapshot;
        this.partition = partition;
        this.findings = findings;
        var keys = new SecureRandom();
        for (var table : IndexTable.values()) {
            sums.put(table, new RowSums(Math.max(last, 0), keys));
        }
    }

    /** Takes what one row of the log puts into the indexes. */
    public void expect(IndexRows rows) {
        sums.forEach(
                (table, sum) -> table.expected(rows).forEach(entry -> sum.expect(entry.position(), entry.fields())));
    }

    /**
     * @param replayed rows of the index up to here are compared
     * @param indexed rows behind here should not be; in between nothing is said of them
     */
    public void compare(long replayed, long indexed) throws SQLException {
        compared = replayed;
        for (var each : sums.entrySet()) {
            var table = each.getKey();
            var sum = each.getValue();
            table.read(snapshot, partition, entry -> {
                if (entry.position() >= 0 && entry.position() <= compared) {
                    sum.find(entry.position(), entry.fields());
                } else if (entry.position() < 0 || entry.position() > indexed) {
                    unexpected(table, entry);
                }
            });
            for (var range : sum.differing().stream().limit(RANGES_COMPARED_MAX).toList()) {
                compareRows(table, range.from(), Math.min(range.to(), compared));
            }
        }
    }

    private void compareRows(IndexTable table, long from, long to) throws SQLException {
        var expected = expected(table, from, to);
        var found = new HashSet<IndexEntry>();
        table.read(snapshot, partition, from, to, found::add);
        found.stream().filter(entry -> !expected.contains(entry)).sorted().forEach(entry -> unexpected(table, entry));
        for (var entry :
                expected.stream().filter(e -> !found.contains(e)).sorted().toList()) {
            missing(table, entry);
        }
    }

    private Set<IndexEntry> expected(IndexTable table, long from, long to) throws SQLException {
        var expected = new HashSet<IndexEntry>();
        var first = LogTable.holding(snapshot, partition, from).map(LogRow::position);
        LogTable.walk(snapshot, partition, first.orElse(from), row -> {
            if (row.position() > to) {
                return false;
            }
            var rows = new IndexRows();
            rows.add(row.position(), row.decoded());
            table.expected(rows).stream()
                    .filter(entry -> entry.position() >= from && entry.position() <= to)
                    .forEach(expected::add);
            return true;
        });
        return expected;
    }

    private void unexpected(IndexTable table, IndexEntry entry) {
        findings.add(
                FindingKind.INDEX_ROW_UNEXPECTED,
                entry.position(),
                table.describe(entry) + ": a row that the log says nothing of");
    }

    private void missing(IndexTable table, IndexEntry entry) throws SQLException {
        var other = table == IndexTable.REQUEST ? decidedElsewhere(entry) : Optional.<Long>empty();
        if (other.isPresent()) {
            twice(Math.max(entry.position(), other.get()), Math.min(entry.position(), other.get()));
        } else {
            findings.add(
                    FindingKind.INDEX_ROW_MISSING,
                    entry.position(),
                    table.describe(entry) + ": the row of this event is gone");
        }
    }

    /** The primary key holds one row a key: where the log decides it twice, the other is the one that has the row. */
    private Optional<Long> decidedElsewhere(IndexEntry missing) throws SQLException {
        var position = Keys.position(snapshot, partition, missing.first(), missing.second());
        if (position.isEmpty() || position.get() > compared) {
            return Optional.empty();
        }
        var row = LogTable.holding(snapshot, partition, position.get()).filter(r -> r.last() >= position.get());
        return row.map(r -> r.event(Math.toIntExact(position.get() - r.position())))
                .flatMap(event -> event.request())
                .filter(request -> request.id().client().value().equals(missing.first())
                        && request.id().key().value().equals(missing.second()))
                .map(request -> position.get());
    }

    /** Looks whether keys that are not indexed yet were decided before, in the part that is. */
    public void compareKeys(Map<RequestId, Long> unindexed) throws SQLException {
        for (var each : unindexed.entrySet()) {
            var id = each.getKey();
            var earlier = Keys.position(
                    snapshot, partition, id.client().value(), id.key().value());
            if (earlier.isPresent() && earlier.get() < each.getValue()) {
                twice(each.getValue(), earlier.get());
            }
        }
    }

    private void twice(long position, long earlier) {
        findings.add(FindingKind.KEY_DECIDED_TWICE, position, "its key was decided at position " + earlier + " before");
    }
}
