package io.microwallet.api.topup.worker;

import io.microwallet.core.topup.TopUpId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pending top-ups of one partition, as the listing projection keeps them. */
public final class PostgresPendingTopUps implements PendingTopUps {
    private static final String OLDEST = """
            SELECT top_up FROM pending_top_up
             WHERE partition = ?
             ORDER BY position
             LIMIT ?
            """;

    private final JdbcClient database;
    private final int partition;

    public PostgresPendingTopUps(JdbcClient database, int partition) {
        this.database = database;
        this.partition = partition;
    }

    @Override
    public List<TopUpId> oldest(int limit) {
        return database.sql(OLDEST)
                .param(partition)
                .param(limit)
                .query((row, _) -> new TopUpId(row.getObject(1, UUID.class)))
                .list();
    }
}
