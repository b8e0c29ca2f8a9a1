package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.PlaceDeposit;
import io.microwallet.core.hold.HoldCommand.Rest;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.purchase.PurchaseCommand;
import io.microwallet.core.request.Operation;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.write.CommitSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is new is not looked for in the database; what is not new is found, also by a writer that was opened since. */
class UnbornTest {
    private static final int HOLD_SECONDS = 900;
    private final TestDatabase database = Stores.database();
    private final AtomicInteger looks = new AtomicInteger();

    private EventStore open() {
        return EventStore.open(Stores.settings(database).withSteps(new CommitSteps() {
            @Override
            public void betweenIndexAndMemory() {
                looks.incrementAndGet();
            }
        }));
    }

    /** Until then, each look for what is new is one too many. */
    private void awaitFilter(EventStore store) {
        Waiting.until(() -> {
            var before = looks.get();
            store.books().read(new TopUpId(UUID.randomUUID()));
            return looks.get() == before;
        });
    }

    private HoldId hold(Till till, WalletId wallet) {
        var hold = new HoldId(UUID.randomUUID());
        till.accepted(
                Operation.PLACE_HOLD,
                new PlaceDeposit(
                        till.ledger, hold, wallet, till.merchant, till.client, eur(1_00), HOLD_SECONDS, null, null));
        return hold;
    }

    private void capture(Till till, WalletId wallet, HoldId hold) {
        till.accepted(
                Operation.CAPTURE_HOLD,
                new CaptureHold(till.ledger, hold, wallet, null, till.merchant, till.client, null, Rest.LET_GO, null));
    }

    private static void assertBorn(EventStore store, List<EntityId<?>> ids) {
        for (EntityId<?> id : ids) {
            Entity state = store.books().read(id);
            assertThat(state).isNotEqualTo(id.unborn());
        }
    }

    @Test
    void a_hold_and_a_sale_are_known_from_their_birth_and_found_by_the_next_writer() {
        var born = new ArrayList<EntityId<?>>();
        Till till;
        try (var store = open()) {
            till = Till.open(store.decisions());
            var wallet = till.wallet(eur(10_00));
            awaitFilter(store);
            var before = looks.get();
            var captured = hold(till, wallet);
            capture(till, wallet, captured);
            var sale = (PurchaseCommand.Purchase) till.purchase(wallet, eur(1_00));
            till.accepted(Operation.PURCHASE, sale);
            born.addAll(List.of(
                    till.ledger,
                    till.client,
                    till.key,
                    till.merchant,
                    wallet,
                    hold(till, wallet),
                    captured,
                    captured.purchase(),
                    sale.purchase()));
            assertBorn(store, born);
            assertThat(looks.get()).isEqualTo(before);
        }
        try (var store = open()) {
            awaitFilter(store);
            assertBorn(store, born);
            var before = looks.get();
            var wallet = till.at(store.decisions()).wallet(eur(1_00));
            hold(till.at(store.decisions()), wallet);
            assertThat(looks.get()).isEqualTo(before);
        }
    }
}
