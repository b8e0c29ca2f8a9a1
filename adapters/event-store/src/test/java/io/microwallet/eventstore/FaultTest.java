package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.request.Operation;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.log.LogTable;
import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    private final TestDatabase database = Stores.database();

    /** Where a connection dies. */
    enum Point {
        BEFORE_INSERT,
        BEFORE_COMMIT,
        BEFORE_ANSWER,
        BEFORE_INDEX_COMMIT
    }

    /** Kills the backend under the step's own connection, every so many times. */
    private final class Killer implements CommitSteps {
        private final Point point;
        private final AtomicInteger passed = new AtomicInteger();
        final AtomicInteger kills = new AtomicInteger();
        volatile boolean armed;

        Killer(Point point) {
            this.point = point;
        }

        private void at(Point here, Connection connection) throws SQLException {
            if (armed && here == point && passed.getAndIncrement() % 3 == 0) {
                kills.incrementAndGet();
                kill(connection);
            }
        }

        private void kill(Connection connection) throws SQLException {
            if (point == Point.BEFORE_ANSWER) {
                connection.close();
                throw new SQLException("the answer was lost", "08006");
            }
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery("SELECT pg_backend_pid()")) {
                result.next();
                database.terminateBackend(result.getInt(1));
            }
        }

        @Override
        public void beforeInsert(Connection connection) throws SQLException {
            at(Point.BEFORE_INSERT, connection);
        }

        @Override
        public void beforeCommit(Connection connection) throws SQLException {
            at(Point.BEFORE_COMMIT, connection);
        }

        @Override
        public void beforeAnswer(Connection connection) throws SQLException {
            at(Point.BEFORE_ANSWER, connection);
        }

        @Override
        public void beforeIndexCommit(Connection connection) throws SQLException {
            at(Point.BEFORE_INDEX_COMMIT, connection);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_dies_at_any_point_costs_nobody_an_outcome(Point point) throws SQLException {
        var killer = new Killer(point);
        try (var store = EventStore.open(Stores.settings(database).withSteps(killer))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(60_00));
            killer.armed = true;
            var outcomes = purchases(till, wallet, 100);
            while (killer.kills.get() == 0) {
                // The indexer comes by in its own time; every one of these is refused.
                purchases(till, wallet, 1);
            }
            killer.armed = false;
            assertThat(outcomes.stream().filter(o -> o)).hasSize(60);
            var bought = store.books().open().after(wallet.tag(), -1, 1_000).stream()
                    .filter(e -> e.event() instanceof Purchased)
                    .count();
            assertThat(bought).isEqualTo(60);
        }
        assertGaplessAndChained();
    }

    /** Whether each was bought; every client asks with its own key until it knows. */
    private static List<Boolean> purchases(Till till, WalletId wallet, int count) {
        var bought = new ArrayList<CompletableFuture<Boolean>>();
        IntStream.range(0, count)
                .forEach(i -> bought.add(CompletableFuture.supplyAsync(
                        () -> {
                            var key = Till.newKey();
                            var purchase = till.purchase(wallet, eur(100));
                            var decided = Till.untilDecided(
                                    () -> till.decisions.submit(till.request(key, Operation.PURCHASE), purchase));
                            return decided.events().getFirst().event() instanceof Purchased;
                        },
                        task -> Thread.ofVirtual().start(task))));
        return bought.stream().map(CompletableFuture::join).toList();
    }

    private void assertGaplessAndChained() throws SQLException {
        try (var connection = database.owner().connect()) {
            var rows = LogTable.from(connection, 0, 0, 100_000);
            var chain = rows.getFirst().genesis();
            var next = 0L;
            for (var row : rows) {
                assertThat(row.position()).isEqualTo(next);
                chain = row.computedChain(chain);
                assertThat(row.chain()).isEqualTo(chain);
                next = row.last() + 1;
            }
        }
    }
}
