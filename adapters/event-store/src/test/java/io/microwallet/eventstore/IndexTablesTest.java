package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Tag;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands in the tables, and what must not. */
class IndexTablesTest {
    private final TestDatabase database = Stores.database();

    private static long count(DatabaseLogin login, String sql) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    void a_key_that_is_indexed_twice_stops_the_partition_and_turns_health_red() throws SQLException {
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            Waiting.until(() -> store.health().indexLag() == 0);
            var key = Till.newKey();
            try (var owner = database.owner().connect();
                    var forged = owner.prepareStatement("INSERT INTO request VALUES (0, ?, ?, 0)")) {
                forged.setObject(1, till.client.value());
                forged.setObject(2, key.value());
                forged.executeUpdate();
            }
            // The filter was whole before the forgery, and calls the key new.
            till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(1)));
            Waiting.until(() -> !store.health().isGreen() && !store.health().serving());
            assertThat(store.health().troubles()).anyMatch(trouble -> trouble.contains("contradicts the log"));
            assertThat(outcome(till.send(Operation.PURCHASE, till.purchase(wallet, eur(1)))))
                    .isInstanceOf(Outcome.Unavailable.class);
        }
    }

    /** Holds every row until told. */
    private static final class Held implements CommitSteps {
        volatile CountDownLatch door = new CountDownLatch(0);

        @Override
        public void beforeCommit(Connection connection) {
            Latches.await(door);
        }
    }

    @Test
    void a_merchant_has_one_index_row_a_commit_however_many_sales_it_holds() throws SQLException {
        var held = new Held();
        try (var store = EventStore.open(Stores.settings(database).withSteps(held))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(100_00));
            held.door = new CountDownLatch(1);
            var sales = IntStream.range(0, 300)
                    .mapToObj(i -> till.send(Operation.PURCHASE, till.purchase(wallet, eur(1))))
                    .toList();
            held.door.countDown();
            sales.forEach(Till::decided);
            Waiting.until(() -> store.health().indexLag() == 0);
            var rows = count(
                    database.service(),
                    "SELECT count(DISTINCT l.position) FROM event e JOIN log l ON e.position BETWEEN l.position"
                            + " AND l.position + l.events - 1 WHERE e.type IN ('purchased', 'merchant-added')");
            assertThat(rows).isLessThan(100);
            assertThat(count(
                            database.service(),
                            "SELECT count(*) FROM event_tag WHERE kind = " + Tag.Kind.MERCHANT.code()))
                    .isEqualTo(rows);
            assertThat(store.books().open().after(till.merchant.tag(), -1, 1_000))
                    .hasSize(301);
        }
    }

    @Test
    void the_view_shows_people_every_event_of_the_log() throws SQLException {
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            till.wallet(eur(1_00));
            var events = new ArrayList<RecordedEvent>();
            var reading = store.books().open();
            reading.scan(till.ledger, 0, reading.position(), events::add);
            try (var connection = database.service().connect();
                    var statement = connection.prepareStatement(
                            "SELECT position, at, type, version, data FROM event WHERE type <> 'writer-opened' ORDER BY position");
                    var result = statement.executeQuery()) {
                for (var event : events) {
                    assertThat(result.next()).isTrue();
                    assertThat(result.getLong("position")).isEqualTo(event.position());
                    assertThat(result.getObject("at", OffsetDateTime.class).toInstant())
                            .isEqualTo(event.at());
                    assertThat(result.getString("type")).matches("[a-z-]+");
                    assertThat(result.getInt("version")).isEqualTo(1);
                    assertThat(result.getString("data")).startsWith("{");
                }
                assertThat(result.next()).isFalse();
            }
        }
    }
}
