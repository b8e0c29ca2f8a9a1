package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.projection.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectionsTest {
    private static final Duration MAX = Duration.ofSeconds(20);
    private final TestDatabase database = Stores.database();

    @BeforeEach
    void a_table_for_sales() throws SQLException {
        try (var owner = database.owner().connect();
                var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE sale (position bigint PRIMARY KEY, cents bigint NOT NULL)");
            statement.execute("GRANT ALL ON sale TO " + database.service().user());
        }
    }

    /** Fails on a second row for one position, so that a batch applied twice cannot pass. */
    private record Sales() implements Projection {
        @Override
        public String name() {
            return "sales";
        }

        @Override
        public void apply(Connection connection, List<RecordedEvent> events) throws SQLException {
            try (var insert = connection.prepareStatement("INSERT INTO sale (position, cents) VALUES (?, ?)")) {
                for (var event : events) {
                    if (event.event() instanceof Purchased purchased) {
                        insert.setLong(1, event.position());
                        insert.setLong(2, purchased.amount().amount());
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
        }
    }

    private EventStore open() {
        return EventStore.open(Stores.settings(database).withProjections(List.of(new Sales())));
    }

    @Test
    void a_projection_holds_every_event_once_across_restarts_and_lost_connections() throws SQLException {
        Till till;
        try (var store = open()) {
            till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_000_00));
            IntStream.range(0, 30).forEach(i -> till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(100))));
            store.projections().awaitCaughtUp("sales", store.books().open().position(), MAX);
            assertThat(sold()).isEqualTo(30_00);
            database.terminateServiceBackends();
            purchases(till, wallet, 30);
            store.projections().awaitCaughtUp("sales", store.books().open().position(), MAX);
            assertThat(sold()).isEqualTo(60_00);
        }
        try (var store = open()) {
            var again = till.at(store.decisions());
            var wallet = again.wallet(eur(1_000_00));
            purchases(again, wallet, 10);
            store.projections().awaitCaughtUp("sales", store.books().open().position(), MAX);
            assertThat(sold()).isEqualTo(70_00);
        }
    }

    /** Asks again, with the same key, while the database is away. */
    private static void purchases(Till till, io.microwallet.core.wallet.WalletId wallet, int count) {
        IntStream.range(0, count).forEach(i -> {
            var key = Till.newKey();
            var purchase = till.purchase(wallet, eur(100));
            Till.untilDecided(() -> till.decisions.submit(till.request(key, Operation.PURCHASE), purchase));
        });
    }

    private long sold() throws SQLException {
        try (var connection = database.owner().connect();
                var result = connection.createStatement().executeQuery("SELECT coalesce(sum(cents), 0) FROM sale")) {
            result.next();
            return result.getLong(1);
        }
    }
}
