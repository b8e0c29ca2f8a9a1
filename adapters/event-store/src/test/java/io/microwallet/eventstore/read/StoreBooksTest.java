package io.microwallet.eventstore.read;

import static io.microwallet.eventstore.Till.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.Stores;
import io.microwallet.eventstore.Till;
import io.microwallet.eventstore.index.Tail;
import io.microwallet.eventstore.log.Head;
import io.microwallet.eventstore.log.LogTable;
import io.microwallet.eventstore.write.CommitSteps;
import io.microwallet.eventstore.write.Lease;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class StoreBooksTest {
    private static final int UNINDEXED_MAX = 1_000;
    private static final int EVENTS_MAX = 100;

    /** A projection that was handed such a row found no events in it, and went on behind it: they were skipped for good. */
    @Test
    void what_is_handed_out_is_there_though_the_database_is_a_row_ahead_of_its_writer() throws SQLException {
        var database = Stores.database();
        try (var store = EventStore.open(Stores.settings(database))) {
            Till.open(store.decisions()).wallet(eur(5_00));
        }
        var behind = head(database.service(), 2);
        var books = new StoreBooks(
                dataSource(database.service()), 0, new Tail(behind, UNINDEXED_MAX), new Lease(), CommitSteps.NONE);
        var spans = books.spans(0);
        assertThat(spans.getLast().last()).isEqualTo(behind.last());
        assertThat(spans)
                .allSatisfy(span ->
                        assertThat(books.from(span.first(), span.events())).hasSize(span.events()));
        assertThat(books.from(behind.next(), EVENTS_MAX)).isEmpty();
    }

    private static Head head(DatabaseLogin login, long position) throws SQLException {
        try (var connection = login.connect()) {
            return LogTable.holding(connection, 0, position).orElseThrow().head();
        }
    }

    private static DataSource dataSource(DatabaseLogin login) {
        var source = new PGSimpleDataSource();
        source.setUrl(login.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }
}
