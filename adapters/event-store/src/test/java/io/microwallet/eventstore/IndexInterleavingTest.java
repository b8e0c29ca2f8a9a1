package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.decided;
import static io.microwallet.eventstore.Till.eur;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.microwallet.core.books.Reading;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Look-ups at each step between a durable row, its index rows and its going out of memory: forced, not hoped for. */
class IndexInterleavingTest {
    private final TestDatabase database = Stores.database();

    /** A door that the indexer stands before, at one of its steps. */
    private static final class Doors implements CommitSteps {
        volatile boolean commitShut;
        volatile boolean evictionShut;
        volatile CountDownLatch atCommit = new CountDownLatch(1);
        volatile CountDownLatch atEviction = new CountDownLatch(1);
        final CountDownLatch commitOpens = new CountDownLatch(1);
        final CountDownLatch evictionOpens = new CountDownLatch(1);
        volatile Runnable betweenIndexAndMemory = () -> {};

        @Override
        public void beforeIndexCommit(Connection connection) {
            if (commitShut) {
                atCommit.countDown();
                Latches.await(commitOpens);
            }
        }

        @Override
        public void beforeEviction() {
            if (evictionShut) {
                atEviction.countDown();
                Latches.await(evictionOpens);
            }
        }

        @Override
        public void betweenIndexAndMemory() {
            betweenIndexAndMemory.run();
        }
    }

    @Test
    void every_read_and_every_key_agrees_at_each_step_of_the_indexer() {
        var doors = new Doors();
        try (var store = EventStore.open(Stores.settings(database).withSteps(doors))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(100_00));
            doors.evictionShut = true;
            doors.commitShut = true;
            var keys = IntStream.range(0, 20).mapToObj(i -> Till.newKey()).toList();
            var first = keys.stream()
                    .map(key -> decided(till.decisions.submit(
                            till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(1_00)))))
                    .toList();
            Runnable check = () -> {
                assertAgrees(store, till, wallet, 20);
                for (var i = 0; i < keys.size(); i++) {
                    var again = decided(till.decisions.submit(
                            till.request(keys.get(i), Operation.PURCHASE), till.purchase(wallet, eur(1_00))));
                    assertThat(again.events()).isEqualTo(first.get(i).events());
                    assertThat(again.replayed()).isTrue();
                }
            };
            Latches.await(doors.atCommit);
            check.run();
            doors.commitShut = false;
            doors.commitOpens.countDown();
            Latches.await(doors.atEviction);
            check.run();
            doors.evictionShut = false;
            doors.evictionOpens.countDown();
            Waiting.until(() -> store.health().indexLag() == 0);
            check.run();
        }
    }

    @Test
    void a_reader_overtaken_by_the_indexer_between_index_and_memory_still_sees_everything_once() {
        var doors = new Doors();
        try (var store = EventStore.open(Stores.settings(database).withSteps(doors))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(100_00));
            doors.commitShut = true;
            IntStream.range(0, 20).forEach(i -> till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1_00))));
            Latches.await(doors.atCommit);
            doors.betweenIndexAndMemory = () -> {
                doors.betweenIndexAndMemory = () -> {};
                doors.commitShut = false;
                doors.commitOpens.countDown();
                Waiting.until(() -> store.health().indexLag() == 0);
            };
            assertThat(sales(store.books().open().after(wallet.tag(), -1, 1_000)))
                    .isEqualTo(20);
        }
    }

    /** Whoever looked before reserving could look too early and reserve too late: between the two the row may be written. */
    @Test
    void a_key_that_is_on_its_way_is_not_looked_up() throws SQLException {
        var doors = new Doors();
        look("REVOKE SELECT ON request FROM ");
        // Without the filter every look-up goes to the table.
        try (var noFilter = new NoFilter();
                var store = EventStore.open(Stores.settings(database).withSteps(doors))) {
            Latches.await(noFilter.told);
            look("GRANT SELECT ON request TO ");
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(100_00));
            Waiting.until(() -> store.health().indexLag() == 0);
            doors.commitShut = true;
            var call = till.request(Till.newKey(), Operation.PURCHASE);
            var first = decided(till.decisions.submit(call, till.purchase(wallet, eur(1_00))));
            look("REVOKE SELECT ON request FROM ");
            var again = decided(till.decisions.submit(call, till.purchase(wallet, eur(1_00))));
            assertThat(again.events()).isEqualTo(first.events());
            look("GRANT SELECT ON request TO ");
            doors.commitShut = false;
            doors.commitOpens.countDown();
        }
    }

    /** Hears when the store has given its filter up: until then one that is merely slow could still come. */
    private static final class NoFilter extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        final CountDownLatch told = new CountDownLatch(1);
        private final Logger log = (Logger) LoggerFactory.getLogger("io.microwallet.eventstore.decide");

        NoFilter() {
            start();
            log.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getMessage().startsWith("No key filter")) {
                told.countDown();
            }
        }

        @Override
        public void close() {
            log.detachAppender(this);
        }
    }

    private void look(String right) throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(right + database.service().user());
        }
    }

    @Test
    void a_stalled_indexer_changes_no_answer() {
        var doors = new Doors();
        try (var store = EventStore.open(Stores.settings(database).withSteps(doors))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(100_00));
            doors.commitShut = true;
            IntStream.range(0, 30).forEach(i -> till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1_00))));
            assertAgrees(store, till, wallet, 30);
            var other = till.wallet(eur(5_00));
            assertThat(((Wallet.Open) store.books().read(other)).lots()).hasSize(1);
            doors.commitShut = false;
            doors.commitOpens.countDown();
        }
        try (var store = EventStore.open(Stores.settings(database))) {
            assertThat(store.health().indexLag()).isZero();
        }
    }

    private static void assertAgrees(EventStore store, Till till, WalletId wallet, int sales) {
        var reading = store.books().open();
        var balance =
                ((Wallet.Open) store.books().read(wallet)).lots().getFirst().amount();
        assertThat(balance).isEqualTo(eur(100_00 - sales * 1_00L));
        assertThat(sales(reading.after(wallet.tag(), -1, 1_000))).isEqualTo(sales);
        assertThat(sales(reading.before(wallet.tag(), Long.MAX_VALUE, 1_000))).isEqualTo(sales);
        assertThat(sales(reading.after(till.merchant.tag(), -1, 1_000))).isEqualTo(sales);
        assertThat(sales(reading.before(till.merchant.tag(), Long.MAX_VALUE, 1_000)))
                .isEqualTo(sales);
        assertThat(available(reading, till)).isEqualTo(balance.amount());
    }

    private static long sales(List<RecordedEvent> events) {
        return events.stream().filter(e -> e.event() instanceof Purchased).count();
    }

    private static long available(Reading reading, Till till) {
        return reading.totals(till.ledger).stream()
                .filter(total -> total.controlAccount().equals("Liabilities:Wallet:Cash:Available"))
                .mapToLong(total -> total.credits() - total.debits())
                .sum();
    }
}
