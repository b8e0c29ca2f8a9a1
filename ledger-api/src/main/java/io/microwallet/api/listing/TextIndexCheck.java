package io.microwallet.api.listing;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import io.microwallet.eventstore.check.finding.ProjectionCheck;
import io.microwallet.eventstore.check.index.RowSums;
import io.microwallet.eventstore.projection.ProjectionPosition;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Whether {@code text_index} has one row for each text that can still be read, and none of a member that was erased. Its HMACs are
 * under keys that only the service has: whose row it is and where it points to is compared, not what it is found by.
 */
public final class TextIndexCheck implements ProjectionCheck {
    private static final String ROWS = "SELECT ledger, kind, position, subject FROM text_index WHERE partition = ?";
    private static final String KEYS = "SELECT subject FROM data_key WHERE partition = ?";
    private static final String ERASED =
            "SELECT subject FROM listed WHERE partition = ? AND kind = " + Listed.Kind.ERASED_WALLET.code();

    private static final int ROWS_FETCHED = 10_000;

    private final int partition;
    private final Set<UUID> readable = new HashSet<>();
    /** As far as the projection knows. */
    private final Set<UUID> erased = new HashSet<>();
    /** The vault has forgotten them already, and the projection has not heard of it: their rows may be there or not. */
    private final Set<UUID> betweenBoth = new HashSet<>();

    private RowSums sums = new RowSums(0, new SecureRandom());
    private long position = -1;

    public TextIndexCheck(int partition) {
        this.partition = partition;
    }

    @Override
    public String name() {
        return ListingProjection.NAME;
    }

    @Override
    public long position(Connection snapshot) throws SQLException {
        position = ProjectionPosition.of(snapshot, name());
        sums = new RowSums(Math.max(position, 0), new SecureRandom());
        forEach(snapshot, KEYS, row -> readable.add(row.getObject(1, UUID.class)));
        forEach(snapshot, ERASED, row -> erased.add(row.getObject(1, UUID.class)));
        readable.removeAll(erased);
        return position;
    }

    @Override
    public void replay(RecordedEvent event) {
        ListedRow.all(event)
                .forEach(row -> row.reference().ifPresent(reference -> {
                    var subject = reference.subject();
                    if (readable.contains(subject)) {
                        sums.expect(
                                row.position(),
                                fields(row.kind().code(), row.ledger().value(), subject));
                    } else if (!erased.contains(subject)) {
                        betweenBoth.add(subject);
                    }
                }));
    }

    @Override
    public void compare(Connection snapshot, Findings findings) throws SQLException {
        forEach(snapshot, ROWS, row -> find(row, findings));
        sums.differing()
                .forEach(range -> findings.add(
                        FindingKind.PROJECTION_DIFFERS,
                        range.from(),
                        "text_index: its rows of positions %d to %d are not what the log says"
                                .formatted(range.from(), Math.min(range.to(), position))));
    }

    private void find(ResultSet row, Findings findings) throws SQLException {
        var at = row.getLong("position");
        var subject = row.getObject("subject", UUID.class);
        if (at > position) {
            differs(findings, at, "a row behind the projection's own position");
        } else if (readable.contains(subject)) {
            sums.find(at, fields(row.getLong("kind"), row.getObject("ledger", UUID.class), subject));
        } else if (erased.contains(subject)) {
            differs(findings, at, "a text of a member who was erased");
        } else if (!betweenBoth.contains(subject)) {
            differs(findings, at, "a row that the log says nothing of");
        }
    }

    private static void differs(Findings findings, long position, String what) {
        findings.add(FindingKind.PROJECTION_DIFFERS, position, "text_index: " + what);
    }

    private static long[] fields(long kind, UUID ledger, UUID subject) {
        return new long[] {
            kind,
            ledger.getMostSignificantBits(),
            ledger.getLeastSignificantBits(),
            subject.getMostSignificantBits(),
            subject.getLeastSignificantBits()
        };
    }

    private interface Each {
        void on(ResultSet row) throws SQLException;
    }

    private void forEach(Connection snapshot, String sql, Each each) throws SQLException {
        try (var statement = snapshot.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_FETCHED);
            statement.setInt(1, partition);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    each.on(result);
                }
            }
        }
    }
}
