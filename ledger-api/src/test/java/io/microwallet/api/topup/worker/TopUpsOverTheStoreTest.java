package io.microwallet.api.topup.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.ledger.Mode;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.EventStoreSettings;
import io.microwallet.migrations.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Top-ups through the real store and the real simulated processor. */
class TopUpsOverTheStoreTest {
    @TempDir
    Path directory;

    private final TestDatabase database = SharedDatabase.fresh(Migrations::run);

    @Test
    void two_hundred_top_ups_at_once_have_one_outcome_each_and_the_trial_balance_is_zero() throws IOException {
        var cards = List.of("tok_visa", "tok_declined_lost_card", "tok_twice", "tok_broken", "tok_lost");
        try (var store = store();
                var processing = processing(store, _ -> List.of())) {
            var orders = new Orders(store.decisions());
            orders.open(Mode.SANDBOX);
            try (var tills = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var i = 0; i < 200; i++) {
                    var card = cards.get(i % cards.size());
                    tills.execute(() -> orders.request(card));
                }
            }
            await(() -> assertThat(processing.inHand()).isZero());

            var succeeded = events(store, TopUpSucceeded.class).size();
            assertThat(succeeded + events(store, TopUpFailed.class).size()).isEqualTo(200);
            assertThat(processing.chargesTaken()).isEqualTo(succeeded);
            assertThat(available(store)).isEqualTo(Orders.PRICE.amount() * succeeded);
            var reading = store.books().open();
            assertThat(reading.totals(Orders.LEDGER).stream()
                            .mapToLong(total -> total.debits() - total.credits())
                            .sum())
                    .isZero();
        }
    }

    @Test
    void what_was_pending_when_the_service_ended_is_settled_once_by_the_next() throws IOException {
        var requested = new ArrayList<TopUpId>();
        try (var store = store();
                var processing = processing(store, _ -> List.of())) {
            var orders = new Orders(store.decisions());
            orders.open(Mode.SANDBOX);
            for (var card : List.of("tok_silent", "tok_late", "tok_silent")) {
                requested.add(orders.request(card));
            }
            assertThat(processing.inHand()).isEqualTo(3);
        }

        try (var store = store();
                var processing = processing(store, _ -> requested)) {
            await(() ->
                    requested.forEach(id -> assertThat(store.books().read(id)).isInstanceOf(TopUp.Succeeded.class)));
            assertThat(events(store, TopUpSucceeded.class)).hasSize(3);
            assertThat(processing.chargesTaken()).isEqualTo(3);
            assertThat(available(store)).isEqualTo(Orders.PRICE.amount() * 3);
            await(() -> assertThat(processing.inHand()).isZero());
        }
    }

    private EventStore store() {
        var login = database.service();
        return EventStore.open(EventStoreSettings.of(login.url(), login.user(), login.password(), directory)
                .withSchema(Integer.toString(Migrations.NEWEST_VERSION)));
    }

    private Processing processing(EventStore store, PendingTopUps pending) throws IOException {
        return new Processing(directory, store.books(), store.decisions(), pending);
    }

    private static long available(EventStore store) {
        var wallet = (Wallet.Open) store.books().read(Orders.WALLET);
        return wallet.available(Orders.PRICE.currency(), Instant.now()).amount();
    }

    private static <E> List<E> events(EventStore store, Class<E> kind) {
        var found = new ArrayList<E>();
        var reading = store.books().open();
        reading.scan(Orders.LEDGER, 0, reading.position(), recorded -> {
            if (kind.isInstance(recorded.event())) {
                found.add(kind.cast(recorded.event()));
            }
        });
        return found;
    }

    private static void await(Runnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion::run);
    }
}
