package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.write.CommitSteps;
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
            try (var second = EventStore.open(Stores.settings(database))) {
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
