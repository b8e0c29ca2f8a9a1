package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.decided;
import static io.microwallet.eventstore.Till.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.purchase.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundCommand.RefundPurchase;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundRefusal;
import io.microwallet.core.refund.RefundTarget;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.wallet.WalletId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Two who refund the same purchase at once: the sum never exceeds what was paid. */
class TwinRefundsTest {
    private static final int PAIRS = 1_000;

    @Test
    void of_60_and_60_at_once_on_a_purchase_of_100_exactly_one_is_accepted() throws Exception {
        try (var store = EventStore.open(Stores.settings(Stores.database()));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(PAIRS * 100L));
            for (var pair = 0; pair < PAIRS; pair++) {
                var purchase = till.purchase(wallet, eur(100));
                till.accepted(Operation.PURCHASE, purchase);
                var together = new CyclicBarrier(2);
                Callable<Outcome.Decided> refund = () -> {
                    together.await();
                    return decided(till.send(Operation.REFUND_PURCHASE, refund(till, purchase.purchase(), wallet)));
                };
                exactlyOne(threads.invokeAll(List.of(refund, refund)).stream()
                        .map(future -> future.resultNow())
                        .toList());
                var made = (Purchase.Made) store.books().read(purchase.purchase());
                assertThat(made.refundable()).isEqualTo(eur(40));
            }
        }
    }

    private static void exactlyOne(List<Outcome.Decided> answers) {
        var events = new ArrayList<Object>();
        answers.forEach(answer -> events.add(answer.events().getFirst().event()));
        assertThat(events).hasAtLeastOneElementOfType(PurchaseRefunded.class);
        assertThat(events).contains(new RequestRefused(new RefusalCode(RefundRefusal.REFUND_EXCEEDS_PURCHASE.name())));
    }

    private static RefundPurchase refund(Till till, PurchaseId purchase, WalletId wallet) {
        return new RefundPurchase(
                till.ledger,
                new RefundId(UUID.randomUUID()),
                purchase,
                wallet,
                till.merchant,
                till.client,
                eur(60),
                RefundTarget.WALLET,
                List.of(),
                null,
                null);
    }
}
