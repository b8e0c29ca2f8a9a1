package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Rules;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackPressureTest {
    private static final int UNINDEXED_MAX = 20;
    private static final SealedText LONG_TEXT = new SealedText("A".repeat(SealedText.LENGTH_MAX));

    /** Far longer than a commit takes. */
    private static final Duration STANDSTILL = Duration.ofSeconds(2);

    private final TestDatabase database = Stores.database();

    /** Holds every batch of the indexer until told. */
    private static final class Stalled implements CommitSteps {
        volatile CountDownLatch door = new CountDownLatch(0);

        @Override
        public void beforeIndexCommit(Connection connection) {
            Latches.await(door);
        }
    }

    @Test
    void writers_wait_while_too_much_is_not_indexed_and_go_on_as_soon_as_it_is() {
        var stalled = new Stalled();
        var settings = Stores.settings(database).withSteps(stalled).withUnindexedMax(UNINDEXED_MAX);
        try (var store = EventStore.open(settings)) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(100_00));
            Waiting.until(() -> store.health().indexLag() == 0);
            stalled.door = new CountDownLatch(1);
            var answers = new ArrayList<CompletableFuture<Outcome>>();
            IntStream.rangeClosed(0, UNINDEXED_MAX)
                    .forEach(i -> till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1))));
            Waiting.until(() -> store.health().indexLag() > UNINDEXED_MAX);
            IntStream.range(0, 200)
                    .forEach(i -> answers.add(till.send(Operation.PURCHASE, till.purchase(wallet, eur(1)))));
            assertThat(answers.getFirst()).failsWithin(STANDSTILL).withThrowableOfType(TimeoutException.class);
            stalled.door.countDown();
            answers.forEach(Till::decided);
        }
    }

    @Test
    void decisions_that_are_larger_together_than_a_row_go_in_one_after_the_other() {
        var first = new CountDownLatch(1);
        var settings = Stores.settings(database).withRules((states, command, at) -> {
            if (command instanceof OpenWallet open && open.reference() != null) {
                Latches.await(first);
                return large(open, 40);
            }
            return Rules.decide(states, command, at);
        });
        try (var store = EventStore.open(settings)) {
            var till = Till.open(store.decisions());
            var answers = IntStream.range(0, 30)
                    .mapToObj(i -> till.send(Operation.OPEN_WALLET, open(till)))
                    .toList();
            first.countDown();
            answers.forEach(answer -> assertThat(Till.decided(answer).events()).hasSize(40));
            assertThat(store.health().isGreen()).isTrue();
        }
    }

    @Test
    void a_decision_larger_than_a_row_leaves_nothing_and_says_why() {
        var settings = Stores.settings(database)
                .withRules((states, command, at) -> command instanceof OpenWallet open && open.reference() != null
                        ? large(open, 300)
                        : Rules.decide(states, command, at));
        try (var store = EventStore.open(settings)) {
            var till = Till.open(store.decisions());
            var position = store.books().open().position();
            assertThat(outcome(till.send(Operation.OPEN_WALLET, open(till)))).isEqualTo(new Outcome.TooLarge());
            assertThat(store.books().open().position()).isEqualTo(position);
            till.wallet(eur(1_00));
        }
    }

    private static Command open(Till till) {
        return new OpenWallet(till.ledger, new WalletId(UUID.randomUUID()), till.client, LONG_TEXT, LONG_TEXT);
    }

    /** Four kilobytes an event. */
    private static Decision large(OpenWallet open, int events) {
        return Decision.accepted(IntStream.range(0, events)
                .mapToObj(i -> new WalletOpened(
                        open.ledger(), new WalletId(UUID.randomUUID()), open.client(), LONG_TEXT, LONG_TEXT))
                .toArray(Event[]::new));
    }
}
