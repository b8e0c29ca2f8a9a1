package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class RefusedRowTest {
    private final TestDatabase database = Stores.database();

    /** Holds one row until told, and lets PostgreSQL refuse it with an ERROR on a connection that stands. */
    private static final class Refusal implements CommitSteps {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);
        volatile boolean armed;

        @Override
        public void beforeInsert(Connection connection) throws SQLException {
            if (armed) {
                armed = false;
                reached.countDown();
                Latches.await(released);
                connection.createStatement().execute("SELECT 1 / 0");
            }
        }
    }

    @Test
    void a_refusal_told_in_the_servers_own_language_is_a_refusal_too() {
        var armed = new AtomicBoolean();
        var german = new CommitSteps() {
            @Override
            public void beforeCommit(Connection connection) throws SQLException {
                if (armed.getAndSet(false)) {
                    throw new PSQLException(new ServerErrorMessage("SFEHLER\0VERROR\0C53100\0MKein Platz\0"));
                }
            }
        };
        try (var store = EventStore.open(Stores.settings(database).withSteps(german))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            var position = store.books().open().position();
            armed.set(true);
            assertThat(outcome(till.send(Operation.PURCHASE, till.purchase(wallet, eur(1_00)))))
                    .isInstanceOf(Outcome.Unavailable.class);
            assertThat(store.books().open().position()).isEqualTo(position);
            till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1_00)));
        }
    }

    @Test
    void a_refused_row_takes_everything_in_flight_with_it_and_nothing_else() {
        var refusal = new Refusal();
        try (var store = EventStore.open(Stores.settings(database).withSteps(refusal))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(50_00));
            var position = store.books().open().position();
            refusal.armed = true;
            var key = Till.newKey();
            var first = till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(1_00)));
            Latches.await(refusal.reached);
            var behind = new ArrayList<CompletableFuture<Outcome>>();
            IntStream.range(0, 20)
                    .forEach(i -> behind.add(till.send(Operation.PURCHASE, till.purchase(wallet, eur(1_00)))));
            refusal.released.countDown();
            assertThat(outcome(first)).isInstanceOf(Outcome.Unavailable.class);
            behind.forEach(each ->
                    assertThat(outcome(each)).isInstanceOfAny(Outcome.Unavailable.class, Outcome.Decided.class));
            var bought = behind.stream()
                    .filter(each -> outcome(each) instanceof Outcome.Decided)
                    .count();
            assertThat(store.books().open().position()).isEqualTo(position + bought);
            // The key is free again, and the balance stands on nothing that was thrown away.
            Till.decided(
                    till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(1_00))));
            var left =
                    ((Wallet.Open) store.books().read(wallet)).lots().getFirst().amount();
            assertThat(left).isEqualTo(eur(50_00 - 1_00 * (bought + 1)));
            assertThat(store.health().isGreen()).isTrue();
        }
    }
}
