package io.microwallet.api.listing;

import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.refund.RefundEvent;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.refund.RefundPartId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.projection.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Keeps a row for each part of a refund whose outcome is not known yet; so few that a start reads them all. */
public final class PendingRefundProjection implements Projection {
    public static final String NAME = "pending-refunds";

    private static final String REQUESTED = """
            INSERT INTO pending_refund (partition, refund, top_up, ledger, position)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (partition, refund, top_up) DO NOTHING
            """;
    private static final String KNOWN = "DELETE FROM pending_refund WHERE partition = ? AND refund = ? AND top_up = ?";

    private final int partition;

    public PendingRefundProjection(int partition) {
        this.partition = partition;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** In the transaction of the connection, in order. */
    @Override
    public void apply(Connection connection, List<RecordedEvent> events) throws SQLException {
        try (var requested = connection.prepareStatement(REQUESTED);
                var known = connection.prepareStatement(KNOWN)) {
            for (var recorded : events) {
                for (var id : begun(recorded.event())) {
                    add(requested, recorded.ledger(), id, recorded.position());
                }
                for (var id : ended(recorded.event())) {
                    remove(known, id);
                }
            }
            // No part is pending twice, so all that began can go in before all that ended go out.
            requested.executeBatch();
            known.executeBatch();
        }
    }

    /** The parts that an event asks processors for. */
    static List<RefundPartId> begun(Event event) {
        return switch (event) {
            case PurchaseRefunded e -> ids(e.refund(), e.parts().stream());
            case UnspentReturned e -> ids(e.refund(), e.parts().stream());
            case Event _ -> List.of();
        };
    }

    /** The parts that an event tells the outcome of. */
    static List<RefundPartId> ended(Event event) {
        return event instanceof RefundEvent refund
                ? switch (refund) {
                    case RefundSettled e -> List.of(new RefundPartId(e.refund(), e.topUp()));
                    case RefundFailed e -> List.of(new RefundPartId(e.refund(), e.topUp()));
                    case RefundUnclaimed e -> List.of(new RefundPartId(e.refund(), e.topUp()));
                    case PurchaseRefunded _, UnspentReturned _, RefundSettledAfterFailed _ -> List.of();
                }
                : List.of();
    }

    private static List<RefundPartId> ids(RefundId refund, Stream<RefundPart> parts) {
        return parts.map(part -> new RefundPartId(refund, part.topUp())).toList();
    }

    private void add(PreparedStatement requested, LedgerId ledger, RefundPartId id, long position) throws SQLException {
        requested.setInt(1, partition);
        requested.setObject(2, id.refund().value());
        requested.setObject(3, id.topUp().value());
        requested.setObject(4, ledger.value());
        requested.setLong(5, position);
        requested.addBatch();
    }

    private void remove(PreparedStatement known, RefundPartId id) throws SQLException {
        known.setInt(1, partition);
        known.setObject(2, id.refund().value());
        known.setObject(3, id.topUp().value());
        known.addBatch();
    }
}
