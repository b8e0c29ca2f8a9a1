package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Rules;
import io.microwallet.core.purchase.PurchaseCommand;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.write.CommitSteps;
import io.microwallet.eventstore.write.Lease;
import io.microwallet.eventstore.write.PartitionLock;
import io.microwallet.eventstore.write.WriterStoppedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FenceTest {
    private final TestDatabase database = Stores.database();

    @Test
    void a_second_store_is_refused_while_the_first_holds_the_lock() {
        try (var first = EventStore.open(Stores.settings(database))) {
            assertThatThrownBy(() -> EventStore.open(Stores.settings(database).withPatience(Duration.ofMillis(200))))
                    .isInstanceOf(WriterStoppedException.class);
            assertThat(first.health().isGreen()).isTrue();
        }
    }

    /** Between insert and commit its session ends, and another writer comes and goes. */
    private final class Overtaken implements CommitSteps {
        volatile boolean armed;

        @Override
        public void beforeCommit(Connection connection) throws SQLException {
            if (armed) {
                armed = false;
                endWriter();
                EventStore.open(Stores.settings(database)).close();
            }
        }
    }

    @Test
    void a_row_in_doubt_whose_place_another_writer_took_is_fenced_when_it_is_sent_again() {
        var overtaken = new Overtaken();
        try (var store = EventStore.open(Stores.settings(database).withSteps(overtaken))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(10_00));
            overtaken.armed = true;
            assertThat(outcome(till.send(Operation.PURCHASE, till.purchase(wallet, eur(1_00)))))
                    .isInstanceOf(Outcome.Unavailable.class);
            assertThat(store.health().troubles()).anyMatch(trouble -> trouble.contains("fenced"));
            assertThatThrownBy(() -> store.books().open()).isInstanceOf(BooksUnavailableException.class);
        }
    }

    private void endWriter() throws SQLException {
        try (var administrator = database.administrator().connect();
                var statement = administrator.createStatement()) {
            statement.execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_locks
                    WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""");
        }
    }

    /** Ends the writer's session, and takes the lock before it can come back. */
    private Connection thief() throws SQLException {
        var thief = database.administrator().connect();
        endWriter();
        Waiting.until(() -> taken(thief));
        return thief;
    }

    private static boolean taken(Connection connection) {
        try {
            return PartitionLock.take(connection, 0);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void while_the_lock_is_lost_nothing_is_answered_and_afterwards_everything() throws SQLException {
        var asked = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        var settings = Stores.settings(database).withRules((states, command, at) -> {
            if (command instanceof PurchaseCommand.Purchase purchase
                    && purchase.amount().equals(eur(13))) {
                asked.countDown();
                Latches.await(answered);
                return Decision.absent(Absence.MERCHANT_NOT_FOUND);
            }
            return Rules.decide(states, command, at);
        });
        try (var store = EventStore.open(settings)) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(10_00));
            var reading = store.books().open();
            var absent = till.send(Operation.PURCHASE, till.purchase(wallet, eur(13)));
            Latches.await(asked);
            try (var thief = thief()) {
                Waiting.until(() -> !store.health().serving());
                answered.countDown();
                assertThat(outcome(absent)).isInstanceOf(Outcome.Unavailable.class);
                assertThatThrownBy(() -> store.books().open()).isInstanceOf(BooksUnavailableException.class);
                assertThatThrownBy(() -> store.books().read(wallet)).isInstanceOf(BooksUnavailableException.class);
                assertThatThrownBy(() -> reading.at(0)).isInstanceOf(BooksUnavailableException.class);
                assertThat(outcome(till.send(Operation.PURCHASE, till.purchase(wallet, eur(1)))))
                        .isInstanceOf(Outcome.Unavailable.class);
            }
            Waiting.until(() -> store.health().serving());
            till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1)));
        }
    }

    /** Keeps its next rows until told, as a database that no longer answers. */
    private static final class Silence implements CommitSteps {
        volatile CountDownLatch over = new CountDownLatch(0);

        @Override
        public void beforeCommit(Connection connection) {
            Latches.await(over);
        }
    }

    @Test
    void while_the_database_is_silent_for_a_second_nothing_is_answered_though_no_connection_is_lost() {
        var silence = new Silence();
        try (var store = EventStore.open(Stores.settings(database).withSteps(silence))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(10_00));
            silence.over = new CountDownLatch(1);
            var sold = till.send(Operation.PURCHASE, till.purchase(wallet, eur(1)));
            Waiting.until(() -> !store.health().serving());
            assertThat(sold).isNotDone();
            assertThatThrownBy(() -> store.books().open()).isInstanceOf(BooksUnavailableException.class);
            assertThat(outcome(till.send(Operation.PURCHASE, till.purchase(wallet, eur(1)))))
                    .isInstanceOf(Outcome.Unavailable.class);
            silence.over.countDown();
            Till.decided(sold);
            Waiting.until(() -> store.health().serving());
            till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1)));
        }
    }

    /** Stops before its next row, with its lock taken away meanwhile. */
    private static final class Stop implements CommitSteps {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);
        volatile boolean armed;

        @Override
        public void beforeInsert(Connection connection) throws SQLException {
            if (armed) {
                armed = false;
                connection.createStatement().execute("SELECT pg_advisory_unlock_all()");
                reached.countDown();
                Latches.await(released);
            }
        }
    }

    @Test
    void a_writer_that_lost_its_lock_unnoticed_is_fenced_by_the_head() {
        var stop = new Stop();
        try (var first = EventStore.open(Stores.settings(database).withSteps(stop))) {
            var till = Till.open(first.decisions());
            var wallet = till.wallet(eur(10_00));
            stop.armed = true;
            var late = till.send(Operation.PURCHASE, till.purchase(wallet, eur(1_00)));
            Latches.await(stop.reached);
            // The first does not know yet: the second is silent for as long as the first may still believe in its lock.
            try (var second = EventStore.open(Stores.settings(database).withHandover(Lease.SILENCE_MAX))) {
                assertThatThrownBy(() -> first.books().open()).isInstanceOf(BooksUnavailableException.class);
                stop.released.countDown();
                assertThat(outcome(late)).isInstanceOf(Outcome.Unavailable.class);
                assertThatThrownBy(() -> first.books().open()).isInstanceOf(BooksUnavailableException.class);
                assertThatThrownBy(() -> first.books().read(wallet)).isInstanceOf(BooksUnavailableException.class);
                assertThat(first.health().serving()).isFalse();
                assertThat(outcome(till.send(Operation.PURCHASE, till.purchase(wallet, eur(1_00)))))
                        .isInstanceOf(Outcome.Unavailable.class);
                till.at(second.decisions()).accepted(Operation.PURCHASE, till.purchase(wallet, eur(10_00)));
            }
        }
    }
}
