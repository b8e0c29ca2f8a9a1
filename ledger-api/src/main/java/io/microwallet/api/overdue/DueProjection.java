package io.microwallet.api.overdue;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.projection.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** Adds a row for each instant at which something of a wallet may end; the sweeper takes it away once it has seen to it. */
public final class DueProjection implements Projection {
    public static final String NAME = "due";

    private static final String ADD = """
            INSERT INTO due (partition, ledger, wallet, due_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (partition, ledger, due_at, wallet) DO NOTHING
            """;

    private final int partition;

    public DueProjection(int partition) {
        this.partition = partition;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(Connection connection, List<RecordedEvent> events) throws SQLException {
        try (var add = connection.prepareStatement(ADD)) {
            for (var recorded : events) {
                for (var due : Due.of(recorded)) {
                    add(add, due);
                }
            }
            add.executeBatch();
        }
    }

    private void add(PreparedStatement add, Due due) throws SQLException {
        add.setInt(1, partition);
        add.setObject(2, due.ledger().value());
        add.setObject(3, due.wallet().value());
        add.setObject(4, due.at().atOffset(ZoneOffset.UTC));
        add.addBatch();
    }
}
