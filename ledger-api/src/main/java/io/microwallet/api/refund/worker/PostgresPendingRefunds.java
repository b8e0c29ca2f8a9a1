package io.microwallet.api.refund.worker;

import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundPartId;
import io.microwallet.core.topup.TopUpId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pending parts of one partition, as the listing projection keeps them. */
public final class PostgresPendingRefunds implements PendingRefunds {
    private static final String OLDEST = """
            SELECT refund, top_up FROM pending_refund
             WHERE partition = ?
             ORDER BY position
             LIMIT ?
            """;

    private final JdbcClient database;
    private final int partition;

    public PostgresPendingRefunds(JdbcClient database, int partition) {
        this.database = database;
        this.partition = partition;
    }

    @Override
    public List<RefundPartId> oldest(int limit) {
        return database.sql(OLDEST)
                .param(partition)
                .param(limit)
                .query((row, _) -> new RefundPartId(
                        new RefundId(row.getObject(1, UUID.class)), new TopUpId(row.getObject(2, UUID.class))))
                .list();
    }
}
