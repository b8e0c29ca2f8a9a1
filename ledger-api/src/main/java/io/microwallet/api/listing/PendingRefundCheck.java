package io.microwallet.api.listing;

import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundPartId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import io.microwallet.eventstore.check.finding.ProjectionCheck;
import io.microwallet.eventstore.projection.ProjectionPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Whether {@code pending_refund} holds exactly the parts of refunds whose outcome the log does not know. */
public final class PendingRefundCheck implements ProjectionCheck {
    private static final String ROWS =
            "SELECT refund, top_up, ledger, position FROM pending_refund WHERE partition = ?";

    private final int partition;
    private final Map<RefundPartId, Row> expected = new HashMap<>();

    private record Row(UUID ledger, long position) {}

    public PendingRefundCheck(int partition) {
        this.partition = partition;
    }

    @Override
    public String name() {
        return PendingRefundProjection.NAME;
    }

    @Override
    public long position(Connection snapshot) throws SQLException {
        return ProjectionPosition.of(snapshot, name());
    }

    @Override
    public void replay(RecordedEvent recorded) {
        PendingRefundProjection.begun(recorded.event())
                .forEach(id -> expected.put(id, new Row(recorded.ledger().value(), recorded.position())));
        PendingRefundProjection.ended(recorded.event()).forEach(expected::remove);
    }

    @Override
    public void compare(Connection snapshot, Findings findings) throws SQLException {
        try (var statement = snapshot.prepareStatement(ROWS)) {
            statement.setInt(1, partition);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    var id = new RefundPartId(
                            new RefundId(result.getObject(1, UUID.class)),
                            new TopUpId(result.getObject(2, UUID.class)));
                    var row = new Row(result.getObject(3, UUID.class), result.getLong(4));
                    if (!row.equals(expected.remove(id))) {
                        differs(findings, row.position(), "a row that the log says nothing of");
                    }
                }
            }
        }
        expected.values().forEach(row -> differs(findings, row.position(), "a part without an outcome is missing"));
    }

    private static void differs(Findings findings, long position, String what) {
        findings.add(FindingKind.PROJECTION_DIFFERS, position, "pending_refund: " + what);
    }
}
