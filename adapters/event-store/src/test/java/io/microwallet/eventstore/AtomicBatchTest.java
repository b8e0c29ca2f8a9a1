package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.decided;
import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.batch.BatchCommand.AtomicBatch;
import io.microwallet.core.batch.BatchCommand.Item;
import io.microwallet.core.batch.BatchEvent.BatchDecided;
import io.microwallet.core.batch.BatchEvent.BatchRefused;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Trial;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Atomic batches in the log: one decision, one row, one outcome. */
class AtomicBatchTest {
    private final TestDatabase database = Stores.database();

    @Test
    void a_batch_in_the_midst_of_calls_has_a_row_of_its_own_and_is_found_again_after_a_restart() throws SQLException {
        Outcome.Decided first;
        Till till;
        AtomicBatch batch;
        var key = Till.newKey();
        try (var store = EventStore.open(Stores.settings(database))) {
            till = Till.open(store.decisions());
            var wallet = till.wallet(eur(100_00));
            batch = sales(till, wallet, 500, 10);
            var crowd = new ArrayList<CompletableFuture<Outcome>>();
            IntStream.range(0, 200)
                    .forEach(_ -> crowd.add(till.send(Operation.PURCHASE, till.purchase(wallet, eur(1)))));
            var whole = till.decisions.submit(till.request(key, Operation.ATOMIC_BATCH), batch);
            IntStream.range(0, 200)
                    .forEach(_ -> crowd.add(till.send(Operation.PURCHASE, till.purchase(wallet, eur(1)))));
            first = decided(whole);
            crowd.forEach(Till::decided);
            assertThat(first.events()).hasSize(501);
            assertThat(first.events().getFirst().event()).isInstanceOf(BatchDecided.class);
        }
        assertThat(eventsOfRowAt(first.position())).isEqualTo(501);
        try (var store = EventStore.open(Stores.settings(database))) {
            var again = decided(
                    till.at(store.decisions()).decisions.submit(till.request(key, Operation.ATOMIC_BATCH), batch));
            assertThat(again.replayed()).isTrue();
            assertThat(again.events()).isEqualTo(first.events());
        }
    }

    @Test
    void a_refused_item_leaves_one_event_that_names_it() {
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            var before = store.books().read(wallet);
            var position = store.books().open().position();
            var refused = till.accepted(Operation.ATOMIC_BATCH, sales(till, wallet, 10, 15));
            assertThat(refused.events()).hasSize(1);
            var event = (BatchRefused) refused.events().getFirst().event();
            assertThat(event.items()).isEqualTo(10);
            assertThat(event.index()).isEqualTo(6);
            assertThat(event.code().value()).isEqualTo("INSUFFICIENT_FUNDS");
            assertThat(store.books().open().position()).isEqualTo(position + 1);
            assertThat(store.books().read(wallet)).isEqualTo(before);
            till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(1_00)));
        }
    }

    @Test
    void an_item_that_names_nothing_leaves_nothing_and_the_answer_says_which_it_was() {
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_00));
            var position = store.books().open().position();
            var items = new ArrayList<>(sales(till, wallet, 2, 1).items());
            items.add(new Item(Operation.FREEZE_WALLET, new FreezeWallet(new WalletId(UUID.randomUUID()))));
            var key = Till.newKey();
            assertThat(outcome(
                            till.decisions.submit(till.request(key, Operation.ATOMIC_BATCH), new AtomicBatch(items))))
                    .isEqualTo(new Outcome.Absent(Absence.WALLET_NOT_FOUND, OptionalInt.of(2)));
            assertThat(store.books().open().position()).isEqualTo(position);
            decided(till.decisions.submit(
                    till.request(key, Operation.ATOMIC_BATCH), new AtomicBatch(items.subList(0, 2))));
        }
    }

    @Test
    void what_no_row_can_hold_leaves_nothing_and_harms_nobody() {
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(20_00));
            var position = store.books().open().position();
            var text = new SealedText("A".repeat(600));
            var items = IntStream.range(0, 1_000)
                    .mapToObj(_ -> new Item(
                            Operation.PURCHASE,
                            new Purchase(
                                    till.ledger,
                                    new PurchaseId(UUID.randomUUID()),
                                    wallet,
                                    till.merchant,
                                    till.client,
                                    eur(1),
                                    null,
                                    text,
                                    null)))
                    .toList();
            var key = Till.newKey();
            var request = till.request(key, Operation.ATOMIC_BATCH);
            assertThat(outcome(till.decisions.submit(request, new AtomicBatch(items))))
                    .isEqualTo(new Outcome.TooLarge());
            assertThat(outcome(till.decisions
                            .tryOut(request, () -> new AtomicBatch(items))
                            .thenApply(Trial::outcome)))
                    .isEqualTo(new Outcome.TooLarge());
            assertThat(store.books().open().position()).isEqualTo(position);
            decided(till.decisions.submit(request, new AtomicBatch(items.subList(0, 500))));
            assertThat(store.health().isGreen()).isTrue();
        }
    }

    private static AtomicBatch sales(Till till, WalletId wallet, int count, long cents) {
        return new AtomicBatch(IntStream.range(0, count)
                .mapToObj(_ -> new Item(Operation.PURCHASE, till.purchase(wallet, eur(cents))))
                .toList());
    }

    private int eventsOfRowAt(long position) throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.prepareStatement("SELECT events FROM log WHERE position = ?")) {
            statement.setLong(1, position);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : -1;
            }
        }
    }
}
