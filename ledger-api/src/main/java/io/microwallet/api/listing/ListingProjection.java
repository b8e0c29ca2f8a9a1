package io.microwallet.api.listing;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.eventstore.projection.Projection;
import io.microwallet.vault.BlindIndex;
import io.microwallet.vault.SealedTexts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Builds lists and the search of texts behind the log. */
public final class ListingProjection implements Projection {
    public static final String NAME = "listing";

    private final SealedTexts texts;
    private final BlindIndex blindIndex;

    public ListingProjection(SealedTexts texts, BlindIndex blindIndex) {
        this.texts = texts;
        this.blindIndex = blindIndex;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(Connection connection, List<RecordedEvent> events) throws SQLException {
        try (var rows = new ListingStatements(connection)) {
            for (var recorded : events) {
                add(rows, recorded);
                forget(rows, recorded);
            }
            rows.flush();
        }
    }

    private void add(ListingStatements rows, RecordedEvent recorded) throws SQLException {
        for (var row : ListedRow.all(recorded)) {
            add(rows, row);
        }
    }

    private void add(ListingStatements rows, ListedRow row) throws SQLException {
        rows.list(row);
        var reference = row.reference();
        if (reference.isPresent()) {
            // Empty once the member is erased: a projection that is built anew leaves their texts out.
            var text = texts.open(reference.get().subject(), reference.get().text());
            if (text.isPresent()) {
                rows.index(row, reference.get().subject(), blindIndex.of(row.ledger(), text.get()));
            }
        }
    }

    private static void forget(ListingStatements rows, RecordedEvent recorded) throws SQLException {
        // The vault deletes texts at once; one that was on its way here then goes with this event.
        if (recorded.event() instanceof WalletErased event) {
            rows.forget(recorded, event.wallet());
        }
    }
}
