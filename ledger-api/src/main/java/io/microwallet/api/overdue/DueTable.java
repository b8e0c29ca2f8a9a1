package io.microwallet.api.overdue;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.wallet.WalletId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sweeper has to look at, and when; may lag behind the log. */
public final class DueTable {
    private static final String SOONEST_OF_EACH =
            "SELECT ledger, min(due_at) AS due_at FROM due WHERE partition = :partition GROUP BY ledger";

    private static final String SOONEST =
            "SELECT min(due_at) FROM due WHERE partition = :partition AND ledger = :ledger";

    private static final String UNTIL = """
            SELECT wallet, due_at FROM due
             WHERE partition = :partition AND ledger = :ledger AND due_at <= :now
             ORDER BY due_at, wallet
             LIMIT :limit
            """;

    private static final String DONE = """
            DELETE FROM due WHERE partition = :partition AND ledger = :ledger AND wallet = :wallet AND due_at = :due
            """;

    private final JdbcClient database;
    private final int partition;

    public DueTable(JdbcClient database, int partition) {
        this.database = database;
        this.partition = partition;
    }

    /** A ledger, and the first instant at which something of it is due. */
    record Soonest(LedgerId ledger, Instant at) {}

    List<Soonest> soonestOfEach() {
        return database.sql(SOONEST_OF_EACH)
                .param("partition", partition)
                .query((row, _) -> new Soonest(new LedgerId(row.getObject("ledger", UUID.class)), due(row)))
                .list();
    }

    Optional<Instant> soonest(LedgerId ledger) {
        return database.sql(SOONEST)
                .param("partition", partition)
                .param("ledger", ledger.value())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** The longest overdue first. */
    List<Due> until(LedgerId ledger, Instant now, int limit) {
        return database.sql(UNTIL)
                .param("partition", partition)
                .param("ledger", ledger.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Due(ledger, new WalletId(row.getObject("wallet", UUID.class)), due(row)))
                .list();
    }

    /** It was seen to. */
    void done(Due due) {
        database.sql(DONE)
                .param("partition", partition)
                .param("ledger", due.ledger().value())
                .param("wallet", due.wallet().value())
                .param("due", due.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Instant due(ResultSet row) throws SQLException {
        return row.getObject("due_at", OffsetDateTime.class).toInstant();
    }
}
