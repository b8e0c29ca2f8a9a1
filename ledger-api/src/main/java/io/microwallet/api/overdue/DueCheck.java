package io.microwallet.api.overdue;

import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.LedgerEvent;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import io.microwallet.eventstore.check.finding.ProjectionCheck;
import io.microwallet.eventstore.projection.ProjectionPosition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Whether {@code due} holds exactly what is due later. What is due by now may be seen to and gone at any moment. */
public final class DueCheck implements ProjectionCheck {
    private static final String ROWS = "SELECT ledger, wallet, due_at FROM due WHERE partition = ?";
    private static final Comparator<Due> BY_TIME =
            Comparator.comparing(Due::at).thenComparing(due -> due.wallet().value());

    private final int partition;
    private final InstantSource clock;
    private final Map<LedgerId, Expected> ledgers = new HashMap<>();
    private long position = -1;

    /** @param clock the machine's */
    public DueCheck(int partition, InstantSource clock) {
        this.partition = partition;
        this.clock = clock;
    }

    /** What is due later in one ledger. */
    private static final class Expected {
        private final TreeSet<Due> later = new TreeSet<>(BY_TIME);
        private Ledger ledger = new Ledger.Unborn();

        void pass(Instant now) {
            while (!later.isEmpty() && !later.first().at().isAfter(now)) {
                later.removeFirst();
            }
        }
    }

    @Override
    public String name() {
        return DueProjection.NAME;
    }

    @Override
    public long position(Connection snapshot) throws SQLException {
        position = ProjectionPosition.of(snapshot, name());
        return position;
    }

    @Override
    public void replay(RecordedEvent recorded) {
        if (recorded.event() instanceof LedgerEvent event) {
            var expected = of(recorded.ledger());
            expected.ledger = (Ledger) expected.ledger.evolve(event, recorded.at());
        }
        var dues = Due.of(recorded);
        if (!dues.isEmpty()) {
            var expected = of(recorded.ledger());
            expected.pass(recorded.at());
            expected.later.addAll(dues);
        }
    }

    @Override
    public void compare(Connection snapshot, Findings findings) throws SQLException {
        ledgers.values().forEach(expected -> expected.pass(now(expected)));
        try (var statement = snapshot.prepareStatement(ROWS)) {
            statement.setInt(1, partition);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    find(due(result), findings);
                }
            }
        }
        ledgers.values()
                .forEach(expected -> expected.later.forEach(due -> differs(findings, "nobody will see to " + due)));
    }

    private void find(Due due, Findings findings) {
        var expected = of(due.ledger());
        if (!expected.later.remove(due) && due.at().isAfter(now(expected))) {
            differs(findings, "a row that the log says nothing of: " + due);
        }
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                new LedgerId(row.getObject(1, UUID.class)),
                new WalletId(row.getObject(2, UUID.class)),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }

    private Expected of(LedgerId ledger) {
        return ledgers.computeIfAbsent(ledger, _ -> new Expected());
    }

    private Instant now(Expected expected) {
        return clock.instant().plus(expected.ledger.clockOffset());
    }

    private void differs(Findings findings, String what) {
        findings.add(FindingKind.PROJECTION_DIFFERS, position, "due: " + what);
    }
}
