package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Command;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Decisions.Submission;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.write.CommitSteps;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Calls that are sent together and decided one after the other. Frozen and thawed in turn, any other order is refused. */
class InOrderTest {
    private final TestDatabase database = Stores.database();

    @Test
    void calls_are_decided_in_their_order_though_others_come_between_and_states_are_loaded_again() {
        try (var store = EventStore.open(Stores.settings(database).withStatesMax(16))) {
            var till = Till.open(store.decisions());
            var wallets =
                    IntStream.range(0, 20).mapToObj(_ -> till.wallet(eur(1_00))).toList();
            for (var round = 0; round < 10; round++) {
                var crowd = wallets.stream()
                        .flatMap(wallet -> Stream.generate(() -> CompletableFuture.supplyAsync(
                                        () -> outcome(till.send(Operation.PURCHASE, till.purchase(wallet, eur(1)))),
                                        task -> Thread.ofVirtual().start(task)))
                                .limit(3))
                        .toList();
                var positions = till.decisions.submitInOrder(inTurn(till, wallets.get(round), 64)).stream()
                        .map(Till::decided)
                        .peek(decided -> assertThat(decided.events().getFirst().event())
                                .isInstanceOfAny(WalletFrozen.class, WalletUnfrozen.class))
                        .map(Outcome.Decided::position)
                        .toList();
                assertThat(positions).isSorted().hasSize(64);
                crowd.forEach(CompletableFuture::join);
            }
        }
    }

    /** Has PostgreSQL refuse every third row while it is armed. */
    private static final class Refusal implements CommitSteps {
        volatile boolean armed;
        private final AtomicInteger rows = new AtomicInteger();

        @Override
        public void beforeInsert(Connection connection) throws SQLException {
            if (armed && rows.incrementAndGet() % 3 == 0) {
                connection.createStatement().execute("SELECT 1 / 0");
            }
        }
    }

    @Test
    void nothing_is_decided_behind_what_was_thrown_away() {
        var refusal = new Refusal();
        try (var store = EventStore.open(Stores.settings(database).withSteps(refusal))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            refusal.armed = true;
            for (var round = 0; round < 6; round++) {
                var calls = inTurn(till, wallet, 64);
                var decided = 0;
                while (decided < calls.size()) {
                    var outcomes = till.decisions.submitInOrder(calls).stream()
                            .map(Till::outcome)
                            .toList();
                    decided = (int) outcomes.stream()
                            .takeWhile(Outcome.Decided.class::isInstance)
                            .count();
                    assertThat(outcomes.subList(decided, calls.size())).allMatch(Outcome.Unavailable.class::isInstance);
                    outcomes.stream()
                            .limit(decided)
                            .map(outcome -> ((Outcome.Decided) outcome).events().getFirst())
                            .forEach(first -> assertThat(first.event())
                                    .isInstanceOfAny(WalletFrozen.class, WalletUnfrozen.class));
                }
            }
        }
    }

    @Test
    void what_names_nothing_takes_no_place_and_what_is_decided_already_is_told_again() {
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            var calls = new ArrayList<>(inTurn(till, wallet, 3));
            calls.add(1, new Submission(till.request(Till.newKey(), Operation.PURCHASE), () -> {
                throw new AbsentException(Absence.WALLET_NOT_FOUND);
            }));
            var first = till.decisions.submitInOrder(calls).stream()
                    .map(Till::outcome)
                    .toList();
            assertThat(first.get(1)).isEqualTo(new Outcome.Absent(Absence.WALLET_NOT_FOUND));
            var position = store.books().open().position();
            var again = till.decisions.submitInOrder(calls).stream()
                    .map(Till::outcome)
                    .toList();
            for (var i : List.of(0, 2, 3)) {
                var told = (Outcome.Decided) again.get(i);
                assertThat(told.replayed()).isTrue();
                assertThat(told.events()).isEqualTo(((Outcome.Decided) first.get(i)).events());
            }
            assertThat(store.books().open().position()).isEqualTo(position);
        }
    }

    private static List<Submission> inTurn(Till till, WalletId wallet, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Command command = i % 2 == 0 ? new FreezeWallet(wallet) : new UnfreezeWallet(wallet);
                    var operation = i % 2 == 0 ? Operation.FREEZE_WALLET : Operation.UNFREEZE_WALLET;
                    return new Submission(till.request(Till.newKey(), operation), () -> command);
                })
                .toList();
    }
}
