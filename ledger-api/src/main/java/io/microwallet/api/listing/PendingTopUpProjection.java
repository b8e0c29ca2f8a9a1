package io.microwallet.api.listing;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.topup.TopUpEvent;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.eventstore.projection.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** Keeps a row for each top-up whose outcome is not known yet; so few that a start reads them all. */
public final class PendingTopUpProjection implements Projection {
    public static final String NAME = "pending-top-ups";

    private static final String REQUESTED = """
            INSERT INTO pending_top_up (partition, top_up, ledger, wallet, requested_at, position)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (partition, top_up) DO NOTHING
            """;
    private static final String KNOWN = "DELETE FROM pending_top_up WHERE partition = ? AND top_up = ?";

    private final int partition;

    public PendingTopUpProjection(int partition) {
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
                if (recorded.event() instanceof TopUpEvent event) {
                    switch (event) {
                        case TopUpRequested request -> add(requested, recorded, request);
                        case TopUpSucceeded _, TopUpUnclaimed _, TopUpFailed _ -> remove(known, event.topUp());
                    }
                }
            }
            // No top-up is pending twice, so all that began can go in before all that ended go out.
            requested.executeBatch();
            known.executeBatch();
        }
    }

    private void add(PreparedStatement requested, RecordedEvent recorded, TopUpRequested request) throws SQLException {
        requested.setInt(1, partition);
        requested.setObject(2, request.topUp().value());
        requested.setObject(3, request.ledger().value());
        requested.setObject(4, request.wallet().value());
        requested.setObject(5, recorded.at().atOffset(ZoneOffset.UTC));
        requested.setLong(6, recorded.position());
        requested.addBatch();
    }

    private void remove(PreparedStatement known, TopUpId topUp) throws SQLException {
        known.setInt(1, partition);
        known.setObject(2, topUp.value());
        known.addBatch();
    }
}
