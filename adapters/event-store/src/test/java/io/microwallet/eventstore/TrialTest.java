package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Decisions.Preparation;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.request.Trial;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calls that are decided for their answer alone. */
class TrialTest {
    private final TestDatabase database = Stores.database();

    @Test
    void a_trial_says_what_would_be_and_leaves_nothing_and_its_key_is_as_free_as_before() {
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            var position = store.books().open().position();
            var request = till.request(Till.newKey(), Operation.PURCHASE);
            IntStream.range(0, 3).forEach(_ -> {
                var tried = decided(till.decisions.tryOut(request, () -> till.purchase(wallet, eur(60))));
                assertThat(tried.events().getFirst().event()).isInstanceOf(Purchased.class);
                assertThat(tried.position()).isEqualTo(position + 1);
                assertThat(tried.replayed()).isFalse();
            });
            assertThat(store.books().open().position()).isEqualTo(position);
            var real = Till.decided(till.decisions.submit(request, till.purchase(wallet, eur(60))));
            assertThat(real.replayed()).isFalse();
            assertThat(real.events().getFirst().event()).isInstanceOf(Purchased.class);
            var again = decided(till.decisions.tryOut(request, () -> till.purchase(wallet, eur(60))));
            assertThat(again.events().getFirst().event()).isInstanceOf(RequestRefused.class);
            assertThat(store.books().open().position()).isEqualTo(position + 1);
        }
    }

    @Test
    void what_a_trial_names_and_is_not_there_is_absent() {
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            var nowhere = till.purchase(new WalletId(UUID.randomUUID()), eur(1));
            var request = till.request(Till.newKey(), Operation.PURCHASE);
            Preparation erased = () -> {
                throw new AbsentException(Absence.WALLET_ERASED);
            };
            assertThat(tried(till.decisions.tryOut(request, () -> nowhere)))
                    .isEqualTo(new Outcome.Absent(Absence.WALLET_NOT_FOUND));
            assertThat(tried(till.decisions.tryOut(request, erased)))
                    .isEqualTo(new Outcome.Absent(Absence.WALLET_ERASED));
        }
    }

    @Test
    void trials_in_the_midst_of_calls_change_none_of_them() {
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            var calls = IntStream.range(0, 200)
                    .mapToObj(i -> {
                        var request = till.request(Till.newKey(), Operation.PURCHASE);
                        return i % 2 == 0
                                ? till.decisions.submit(request, till.purchase(wallet, eur(1)))
                                : till.decisions
                                        .tryOut(request, () -> till.purchase(wallet, eur(1)))
                                        .thenApply(Trial::outcome);
                    })
                    .toList();
            calls.forEach(
                    call -> assertThat(Till.decided(call).events().getFirst().event())
                            .isInstanceOfAny(Purchased.class, RequestRefused.class));
            var last = Till.decided(calls.get(198)).events().getFirst();
            assertThat(((Purchased) last.event()).available()).isEqualTo(eur(0));
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
    void a_trial_tells_nothing_of_what_is_not_durable_yet() {
        var held = new Held();
        try (var store = EventStore.open(Stores.settings(database).withSteps(held))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            held.door = new CountDownLatch(1);
            var sale = till.send(Operation.PURCHASE, till.purchase(wallet, eur(60)));
            var trial = till.decisions.tryOut(
                    till.request(Till.newKey(), Operation.PURCHASE), () -> till.purchase(wallet, eur(60)));
            assertThat(trial).isNotDone();
            held.door.countDown();
            assertThat(decided(trial).events().getFirst().event()).isInstanceOf(RequestRefused.class);
            assertThat(sale).isDone();
        }
    }

    private static Outcome tried(CompletableFuture<Trial> trial) {
        return outcome(trial.thenApply(Trial::outcome));
    }

    private static Outcome.Decided decided(CompletableFuture<Trial> trial) {
        return Till.decided(trial.thenApply(Trial::outcome));
    }
}
