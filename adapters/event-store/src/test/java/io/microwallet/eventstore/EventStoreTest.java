package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.decided;
import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.client.ClientKey;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventStoreTest {
    private final TestDatabase database = Stores.database();

    private EventStore open() {
        return EventStore.open(Stores.settings(database));
    }

    @Test
    void what_was_decided_is_read_at_once_and_after_a_restart() {
        Till till;
        Outcome.Decided bought;
        var key = Till.newKey();
        try (var store = open()) {
            till = Till.open(store.decisions());
            var wallet = till.wallet(eur(10_000));
            bought = decided(
                    till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(1_250))));
            assertThat(((Wallet.Open) store.books().read(wallet))
                            .lots()
                            .getFirst()
                            .amount())
                    .isEqualTo(eur(8_750));
            assertThat(store.books().read(till.key)).isInstanceOf(ClientKey.Active.class);
            assertThat(store.health().isGreen()).isTrue();
        }
        try (var store = open()) {
            var purchased = (Purchased) bought.events().getFirst().event();
            assertThat(((Wallet.Open) store.books().read(purchased.wallet()))
                            .lots()
                            .getFirst()
                            .amount())
                    .isEqualTo(eur(8_750));
            var again = decided(till.at(store.decisions())
                    .decisions
                    .submit(till.request(key, Operation.PURCHASE), till.purchase(purchased.wallet(), eur(1))));
            assertThat(again.replayed()).isTrue();
            assertThat(again.events()).isEqualTo(bought.events());
        }
    }

    @Test
    void one_key_sent_by_many_at_once_has_one_outcome() {
        try (var store = open()) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_000));
            var key = Till.newKey();
            var answers = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> decided(till.decisions.submit(
                            till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(10))))))
                    .toList();
            var outcomes = answers.stream().map(CompletableFuture::join).toList();
            assertThat(outcomes.stream().map(Outcome.Decided::events).distinct())
                    .hasSize(1);
            assertThat(outcomes.stream().filter(o -> !o.replayed())).hasSize(1);
        }
    }

    @Test
    void a_key_used_for_another_call_is_told_so_for_ever_and_nothing_is_written() {
        var key = Till.newKey();
        Till till;
        WalletId wallet;
        try (var store = open()) {
            till = Till.open(store.decisions());
            wallet = till.wallet(eur(1_000));
            decided(till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(10))));
            assertReused(store, till, key, wallet);
        }
        // Now it is found in the table alone.
        try (var store = open()) {
            assertReused(store, till.at(store.decisions()), key, wallet);
        }
    }

    private static void assertReused(EventStore store, Till till, IdempotencyKey key, WalletId wallet) {
        var position = store.books().open().position();
        var other = till.request(key, 8, Operation.PURCHASE, Duration.ofSeconds(10));
        assertThat(outcome(till.decisions.submit(other, till.purchase(wallet, eur(20)))))
                .isEqualTo(new Outcome.KeyReused());
        assertThat(store.books().open().position()).isEqualTo(position);
    }

    @Test
    void a_refusal_is_an_outcome_for_ever() {
        try (var store = open()) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(100));
            var key = Till.newKey();
            var refused = decided(
                    till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(101))));
            assertThat(refused.events().getFirst().event()).isInstanceOf(RequestRefused.class);
            till.topUp(wallet, eur(100));
            var late = decided(
                    till.decisions.submit(till.request(key, Operation.PURCHASE), till.purchase(wallet, eur(101))));
            assertThat(late.events()).isEqualTo(refused.events());
            assertThat(late.replayed()).isTrue();
        }
    }

    @Test
    void a_crowd_on_one_wallet_spends_exactly_what_is_there() {
        try (var store = open()) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(100_00));
            var answers = new ArrayList<CompletableFuture<Outcome>>();
            IntStream.range(0, 500)
                    .forEach(i -> answers.add(till.send(Operation.PURCHASE, till.purchase(wallet, eur(100)))));
            var bought = answers.stream()
                    .map(Till::decided)
                    .filter(d -> d.events().getFirst().event() instanceof Purchased)
                    .count();
            assertThat(bought).isEqualTo(100);
            assertThat(((Wallet.Open) store.books().read(wallet)).lots()).isEmpty();
            var statement = store.books().open().after(wallet.tag(), -1, 1_000);
            assertThat(statement).hasSize(103);
            assertThat(positions(store.books().open().before(wallet.tag(), Long.MAX_VALUE, 1_000)))
                    .isEqualTo(positions(statement).reversed());
            assertThat(positions(store.books().open().after(till.merchant.tag(), -1, 1_000)))
                    .hasSize(101);
            assertThat(positions(store.books().open().before(till.merchant.tag(), Long.MAX_VALUE, 5)))
                    .hasSize(5);
        }
    }

    @Test
    void the_trial_balance_is_zero_at_every_position() {
        try (var store = open()) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(100_00));
            var early = store.books().open();
            IntStream.range(0, 50).forEach(i -> till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(100))));
            var late = store.books().open();
            for (var reading : List.of(early, late)) {
                var totals = reading.totals(till.ledger);
                assertThat(totals.stream()
                                .mapToLong(t -> t.debits() - t.credits())
                                .sum())
                        .isZero();
            }
            assertThat(early.totals(till.ledger)).hasSize(2);
            assertThat(late.totals(till.ledger)).hasSize(4);
        }
    }

    private static List<Long> positions(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::position).toList();
    }
}
