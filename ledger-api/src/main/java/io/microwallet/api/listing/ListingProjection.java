package io.microwallet.api.listing;

import io.microwallet.api.listing.ListedRow.Reference;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.eventstore.projection.Projection;
import io.microwallet.vault.BlindIndex;
import io.microwallet.vault.SealedTexts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

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
        var added = events.stream().map(ListedRow::all).toList();
        var readable = readable(added);
        var rows = new ListingRows(connection);
        for (var i = 0; i < events.size(); i++) {
            added.get(i).forEach(row -> add(rows, row, readable));
            forget(rows, events.get(i));
        }
        rows.flush();
    }

    /** The keys of all that is about to be read, asked for at once. */
    private SealedTexts.Reader readable(List<List<ListedRow>> added) {
        return texts.reader(added.stream()
                .flatMap(List::stream)
                .flatMap(row -> row.reference().stream())
                .map(Reference::subject)
                .collect(Collectors.toSet()));
    }

    private void add(ListingRows rows, ListedRow row, SealedTexts.Reader readable) {
        rows.list(row);
        row.reference().ifPresent(reference -> {
            // Empty once the member is erased: a projection that is built anew leaves their texts out.
            var text = readable.open(reference.subject(), reference.text());
            text.ifPresent(found -> rows.index(row, reference.subject(), blindIndex.of(row.ledger(), found)));
        });
    }

    private static void forget(ListingRows rows, RecordedEvent recorded) throws SQLException {
        // The vault deletes texts at once; one that was on its way here then goes with this event.
        if (recorded.event() instanceof WalletErased event) {
            rows.forget(recorded.ledger(), event.wallet());
        }
    }
}
