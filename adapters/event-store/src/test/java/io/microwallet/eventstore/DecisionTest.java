package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.decided;
import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Rules;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private final TestDatabase database = Stores.database();

    @Test
    void an_error_in_one_decision_fails_that_call_alone_and_frees_its_key() {
        var settings = Stores.settings(database).withRules((states, command, at) -> {
            if (command instanceof Purchase purchase && purchase.amount().equals(eur(13))) {
                throw new StackOverflowError("planted");
            }
            return Rules.decide(states, command, at);
        });
        try (var store = EventStore.open(settings)) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(100_00));
            var answers = new ArrayList<CompletableFuture<Outcome>>();
            var key = Till.newKey();
            IntStream.range(0, 100)
                    .forEach(i -> answers.add(till.send(Operation.PURCHASE, till.purchase(wallet, eur(10)))));
            var planted = till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(13)));
            IntStream.range(0, 100)
                    .forEach(i -> answers.add(till.send(Operation.PURCHASE, till.purchase(wallet, eur(10)))));
            assertThat(outcome(planted)).isEqualTo(new Outcome.Failed());
            answers.forEach(Till::decided);
            decided(till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(10))));
            var left =
                    ((Wallet.Open) store.books().read(wallet)).lots().getFirst().amount();
            assertThat(left).isEqualTo(eur(100_00 - 201 * 10));
            assertThat(store.health().isGreen()).isTrue();
        }
    }

    @Test
    void what_a_decision_threw_over_is_read_from_the_log_again() {
        var lookUps = new AtomicInteger();
        var counting = new CommitSteps() {
            @Override
            public void betweenIndexAndMemory() {
                lookUps.incrementAndGet();
            }
        };
        var settings = Stores.settings(database).withSteps(counting).withRules((states, command, at) -> {
            if (command instanceof Purchase purchase && purchase.amount().equals(eur(13))) {
                throw new IllegalStateException("planted");
            }
            return Rules.decide(states, command, at);
        });
        try (var store = EventStore.open(settings)) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            var before = lookUps.get();
            store.books().read(wallet);
            assertThat(lookUps).hasValue(before);
            assertThat(outcome(till.send(Operation.PURCHASE, till.purchase(wallet, eur(13)))))
                    .isEqualTo(new Outcome.Failed());
            till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1)));
            assertThat(lookUps).hasValueGreaterThan(before);
        }
    }

    @Test
    void a_follower_that_breaks_keeps_no_answer_back() {
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            try (var follower = store.books().follow(events -> {
                throw new AssertionError("planted");
            })) {
                till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1)));
            }
        }
    }

    @Test
    void what_is_absent_or_known_already_leaves_nothing_and_frees_the_key() {
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            var position = store.books().open().position();
            var key = Till.newKey();
            var nowhere = till.purchase(new WalletId(UUID.randomUUID()), eur(1));
            assertThat(outcome(till.decisions.submit(till.request(key, Operation.PURCHASE), nowhere)))
                    .isEqualTo(new Outcome.Absent(Absence.WALLET_NOT_FOUND));
            assertThat(outcome(till.decisions.submit(till.request(key, Operation.PURCHASE), () -> {
                        throw new AbsentException(Absence.WALLET_ERASED);
                    })))
                    .isEqualTo(new Outcome.Absent(Absence.WALLET_ERASED));
            var success = (TopUpSucceeded) store.books()
                    .open()
                    .before(wallet.tag(), Long.MAX_VALUE, 1)
                    .getFirst()
                    .event();
            var again =
                    new ReportTopUpSucceeded(success.topUp(), wallet, success.amount(), new ProcessorReference("ch_1"));
            assertThat(outcome(till.send(Operation.REPORT_TOP_UP, again))).isEqualTo(new Outcome.AlreadyKnown());
            assertThat(store.books().open().position()).isEqualTo(position);
            decided(till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(1))));
        }
    }

    /** Once shut, holds every row until told. */
    private static final class Held implements CommitSteps {
        final CountDownLatch reached = new CountDownLatch(1);
        volatile CountDownLatch door = new CountDownLatch(0);
        private volatile boolean isShut;

        void shut() {
            door = new CountDownLatch(1);
            isShut = true;
        }

        @Override
        public void beforeCommit(Connection connection) {
            if (isShut) {
                reached.countDown();
            }
            Latches.await(door);
        }
    }

    @Test
    void a_call_that_is_decided_but_not_durable_at_its_deadline_is_unknown_and_its_key_tells_the_truth_later() {
        var held = new Held();
        try (var store = EventStore.open(Stores.settings(database).withSteps(held))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            held.shut();
            var key = Till.newKey();
            var soon = till.request(key, 7, Operation.PURCHASE, Duration.ofMillis(300));
            var late = till.decisions.submit(soon, till.purchase(wallet, eur(1)));
            assertThat(outcome(late)).isEqualTo(new Outcome.Unknown());
            held.door.countDown();
            var truth = Till.untilDecided(
                    () -> till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(1))));
            assertThat(truth.replayed()).isTrue();
            assertThat(((Wallet.Open) store.books().read(wallet))
                            .lots()
                            .getFirst()
                            .amount())
                    .isEqualTo(eur(99));
        }
    }

    @Test
    void an_answer_that_leaves_no_event_waits_until_what_it_is_based_on_is_durable() {
        var held = new Held();
        var asked = new CountDownLatch(1);
        var behind = new CountDownLatch(1);
        var settings = Stores.settings(database).withSteps(held).withRules((states, command, at) -> {
            if (command instanceof Purchase purchase && purchase.amount().equals(eur(13))) {
                asked.countDown();
                return Decision.absent(Absence.MERCHANT_NOT_FOUND);
            }
            if (command instanceof Purchase purchase && purchase.amount().equals(eur(14))) {
                behind.countDown();
            }
            return Rules.decide(states, command, at);
        });
        try (var store = EventStore.open(settings)) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            held.shut();
            till.send(Operation.PURCHASE, till.purchase(wallet, eur(1)));
            Latches.await(held.reached);
            var absent = till.send(Operation.PURCHASE, till.purchase(wallet, eur(13)));
            Latches.await(asked);
            // One thread decides: when it is at the next call, it has done with the one before.
            till.send(Operation.PURCHASE, till.purchase(wallet, eur(14)));
            Latches.await(behind);
            assertThat(absent).isNotDone();
            held.door.countDown();
            // Unavailable if the machine was so slow that the lease ran out meanwhile.
            assertThat(outcome(absent)).isInstanceOfAny(Outcome.Absent.class, Outcome.Unavailable.class);
        }
    }

    @Test
    void a_call_whose_deadline_passes_before_it_is_queued_writes_nothing() {
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            var position = store.books().open().position();
            var passed = till.request(Till.newKey(), 7, Operation.PURCHASE, Duration.ofMillis(-1));
            assertThat(outcome(till.decisions.submit(passed, till.purchase(wallet, eur(1)))))
                    .isInstanceOf(Outcome.Unavailable.class);
            assertThat(store.books().open().position()).isEqualTo(position);
        }
    }

    @Test
    void time_never_goes_backwards_not_even_over_a_restart() {
        var now = new AtomicReference<>(Instant.now());
        InstantSource clock = now::get;
        Till till;
        WalletId wallet;
        Instant first;
        try (var store = EventStore.open(Stores.settings(database).withClock(clock))) {
            till = Till.open(store.decisions());
            wallet = till.wallet(eur(1_00));
            first = till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1)))
                    .events()
                    .getFirst()
                    .at();
            now.set(now.get().minusSeconds(3_600));
            assertThat(till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1)))
                            .events()
                            .getFirst()
                            .at())
                    .isAfterOrEqualTo(first);
        }
        try (var store = EventStore.open(Stores.settings(database).withClock(clock))) {
            var again = till.at(store.decisions());
            assertThat(again.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1)))
                            .events()
                            .getFirst()
                            .at())
                    .isAfterOrEqualTo(first);
            var events = new ArrayList<Instant>();
            store.books().open().scan(till.ledger, 0, Long.MAX_VALUE, e -> events.add(e.at()));
            assertThat(events).isSorted();
        }
    }

    @Test
    void a_wallet_evicted_between_loading_and_deciding_is_loaded_again() {
        try (var store = EventStore.open(Stores.settings(database).withStatesMax(16))) {
            var till = Till.open(store.decisions());
            var wallets = IntStream.range(0, 150)
                    .mapToObj(i -> till.wallet(eur(1_00)))
                    .toList();
            var answers = new ArrayList<CompletableFuture<Outcome>>();
            for (var round = 0; round < 3; round++) {
                wallets.forEach(w -> answers.add(CompletableFuture.supplyAsync(
                        () -> outcome(till.send(Operation.PURCHASE, till.purchase(w, eur(10)))),
                        task -> Thread.ofVirtual().start(task))));
            }
            answers.forEach(Till::decided);
            wallets.forEach(w -> assertThat(((Wallet.Open) store.books().read(w))
                            .lots()
                            .getFirst()
                            .amount())
                    .isEqualTo(eur(70)));
        }
    }
}
