package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.microwallet.core.decision.Rules;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.embedded.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What waits for the deciding thread, which is held by one command of 0.13. */
class QueueTest {
    private static final int QUEUE_MAX = 10_000;

    private final TestDatabase database = Stores.database();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private EventStore store() {
        return EventStore.open(settings());
    }

    private EventStoreSettings settings() {
        return Stores.settings(database).withRules((states, command, at) -> {
            if (command instanceof Purchase purchase && purchase.amount().equals(eur(13))) {
                reached.countDown();
                Latches.await(released);
            }
            return Rules.decide(states, command, at);
        });
    }

    @Test
    void what_does_not_fit_into_the_queue_is_told_so_at_once_and_all_the_rest_is_decided() {
        try (var store = store()) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_000_00));
            var position = store.books().open().position();
            var first = till.send(Operation.PURCHASE, till.purchase(wallet, eur(13)));
            Latches.await(reached);
            var queued = IntStream.range(0, QUEUE_MAX)
                    .mapToObj(i -> till.send(Operation.PURCHASE, till.purchase(wallet, eur(1))))
                    .toList();
            var key = Till.newKey();
            var tooMany = till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(1)));
            assertThat(tooMany).isCompletedWithValueMatching(Outcome.Unavailable.class::isInstance);
            released.countDown();
            Till.decided(first);
            queued.forEach(Till::decided);
            assertThat(store.books().open().position()).isEqualTo(position + 1 + QUEUE_MAX);
            Till.decided(till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(1))));
        }
    }

    @Test
    void a_command_that_waits_too_long_turns_health_red_until_it_is_decided() {
        try (var store = EventStore.open(settings().withQueuedMax(Duration.ofMillis(200)))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            assertThat(store.health().isGreen()).isTrue();
            var first = till.send(Operation.PURCHASE, till.purchase(wallet, eur(13)));
            Latches.await(reached);
            Waiting.until(() -> !store.health().isGreen());
            // Whoever comes now has not waited yet; the one that is being decided has.
            var second = till.send(Operation.PURCHASE, till.purchase(wallet, eur(1)));
            assertThat(store.health().queued()).isOne();
            assertThat(store.health().troubles()).singleElement(STRING).startsWith("the oldest queued command is");
            assertThat(store.health().serving()).isTrue();
            released.countDown();
            Till.decided(first);
            Till.decided(second);
            Waiting.until(() -> store.health().isGreen());
        }
    }

    @Test
    void a_command_may_wait_for_five_seconds() {
        assertThat(settings().queuedMax()).isEqualTo(Duration.ofSeconds(5));
        try (var store = store()) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            var first = till.send(Operation.PURCHASE, till.purchase(wallet, eur(13)));
            Latches.await(reached);
            var second = till.send(Operation.PURCHASE, till.purchase(wallet, eur(1)));
            assertThat(store.health().isGreen()).isTrue();
            released.countDown();
            Till.decided(first);
            Till.decided(second);
        }
    }

    @Test
    void a_call_that_is_still_queued_at_its_deadline_writes_nothing_and_frees_its_key() {
        try (var store = store()) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            var position = store.books().open().position();
            var first = till.send(Operation.PURCHASE, till.purchase(wallet, eur(13)));
            Latches.await(reached);
            var key = Till.newKey();
            var soon = till.request(key, 7, Operation.PURCHASE, Duration.ofMillis(200));
            CompletableFuture<Outcome> late = till.decisions.submit(soon, till.purchase(wallet, eur(1)));
            assertThat(outcome(late)).isInstanceOf(Outcome.Unavailable.class);
            released.countDown();
            Till.decided(first);
            var again = Till.decided(
                    till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(1))));
            assertThat(again.replayed()).isFalse();
            assertThat(store.books().open().position()).isEqualTo(position + 2);
        }
    }
}
