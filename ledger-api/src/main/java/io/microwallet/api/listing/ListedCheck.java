package io.microwallet.api.listing;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import io.microwallet.eventstore.check.finding.ProjectionCheck;
import io.microwallet.eventstore.check.index.RowSums;
import io.microwallet.eventstore.projection.ProjectionPosition;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether {@code listed} is what the log says. */
public final class ListedCheck implements ProjectionCheck {
    private static final String ROWS = """
            SELECT ledger, kind, position, subject, wallet, merchant, client, of_drop FROM listed WHERE partition = ?
            """;

    private static final int ROWS_FETCHED = 10_000;
    private static final UUID NOTHING = new UUID(0, 0);

    private final int partition;
    private final Map<UUID, ListedRow> wallets = new HashMap<>();
    private RowSums sums = new RowSums(0, new SecureRandom());
    private long position = -1;

    public ListedCheck(int partition) {
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
        return position;
    }

    @Override
    public void replay(RecordedEvent event) {
        ListedRow.all(event).forEach(row -> {
            sums.expect(row.position(), fields(row));
            if (row.kind() == Listed.Kind.WALLET) {
                wallets.put(row.subject(), row);
            }
        });
        if (event.event() instanceof WalletErased erased) {
            forget(wallets.remove(erased.wallet().value()));
        }
    }

    /** An erased wallet leaves the list: as if its row had been found. */
    private void forget(@Nullable ListedRow row) {
        if (row != null) {
            sums.find(row.position(), fields(row));
        }
    }

    @Override
    public void compare(Connection snapshot, Findings findings) throws SQLException {
        try (var statement = snapshot.prepareStatement(ROWS)) {
            statement.setFetchSize(ROWS_FETCHED);
            statement.setInt(1, partition);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    find(result, findings);
                }
            }
        }
        sums.differing()
                .forEach(range -> findings.add(
                        FindingKind.PROJECTION_DIFFERS,
                        range.from(),
                        "listed: its rows of positions %d to %d are not what the log says"
                                .formatted(range.from(), Math.min(range.to(), position))));
    }

    private void find(ResultSet row, Findings findings) throws SQLException {
        var at = row.getLong("position");
        if (at > position) {
            findings.add(FindingKind.PROJECTION_DIFFERS, at, "listed: a row behind the projection's own position");
            return;
        }
        sums.find(
                at,
                fields(
                        row.getLong("kind"),
                        row.getObject("ledger", UUID.class),
                        row.getObject("subject", UUID.class),
                        row.getObject("wallet", UUID.class),
                        row.getObject("merchant", UUID.class),
                        row.getObject("client", UUID.class),
                        row.getObject("of_drop", UUID.class)));
    }

    private static long[] fields(ListedRow row) {
        return fields(
                row.kind().code(),
                row.ledger().value(),
                row.subject(),
                row.wallet(),
                row.merchant(),
                row.client(),
                row.drop());
    }

    private static long[] fields(long kind, @Nullable UUID... ids) {
        var fields = new long[1 + 2 * ids.length];
        fields[0] = kind;
        for (var i = 0; i < ids.length; i++) {
            var id = ids[i] == null ? NOTHING : ids[i];
            fields[1 + 2 * i] = id.getMostSignificantBits();
            fields[2 + 2 * i] = id.getLeastSignificantBits();
        }
        return fields;
    }
}
