package io.microwallet.api.listing;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.topup.TopUpEvent;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import io.microwallet.eventstore.check.finding.ProjectionCheck;
import io.microwallet.eventstore.projection.ProjectionPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Whether {@code pending_top_up} holds exactly the top-ups whose outcome the log does not know. */
public final class PendingTopUpCheck implements ProjectionCheck {
    private static final String ROWS =
            "SELECT top_up, ledger, wallet, position, requested_at FROM pending_top_up WHERE partition = ?";

    private final int partition;
    private final Map<UUID, Row> expected = new HashMap<>();

    private record Row(UUID ledger, UUID wallet, long position, Instant requestedAt) {}

    public PendingTopUpCheck(int partition) {
        this.partition = partition;
    }

    @Override
    public String name() {
        return PendingTopUpProjection.NAME;
    }

    @Override
    public long position(Connection snapshot) throws SQLException {
        return ProjectionPosition.of(snapshot, name());
    }

    @Override
    public void replay(RecordedEvent recorded) {
        if (recorded.event() instanceof TopUpEvent event) {
            switch (event) {
                case TopUpRequested e ->
                    expected.put(
                            e.topUp().value(),
                            new Row(e.ledger().value(), e.wallet().value(), recorded.position(), recorded.at()));
                case TopUpSucceeded _, TopUpUnclaimed _, TopUpFailed _ ->
                    expected.remove(event.topUp().value());
            }
        }
    }

    @Override
    public void compare(Connection snapshot, Findings findings) throws SQLException {
        try (var statement = snapshot.prepareStatement(ROWS)) {
            statement.setInt(1, partition);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    var row = new Row(
                            result.getObject(2, UUID.class),
                            result.getObject(3, UUID.class),
                            result.getLong(4),
                            result.getObject(5, OffsetDateTime.class).toInstant());
                    if (!row.equals(expected.remove(result.getObject(1, UUID.class)))) {
                        differs(findings, row.position(), "a row that the log says nothing of");
                    }
                }
            }
        }
        expected.values().forEach(row -> differs(findings, row.position(), "a top-up without an outcome is missing"));
    }

    private static void differs(Findings findings, long position, String what) {
        findings.add(FindingKind.PROJECTION_DIFFERS, position, "pending_top_up: " + what);
    }
}
