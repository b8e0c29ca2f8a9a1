package io.microwallet.core.purchase;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.wallet.Lot;
import java.time.Instant;
import java.util.List;

/** One sale: what was paid at once, or what was captured of a hold. */
public sealed interface Purchase extends Entity {
    @Override
    Purchase evolve(Event event, Instant at);

    record Unborn() implements Purchase {
        @Override
        public Purchase evolve(Event event, Instant at) {
            return event instanceof Purchased e
                    ? new Made(e.sale(), e.amount(), e.lots(), e.commission(), e.available(), at)
                    : this;
        }
    }

    /**
     * @param captured what was paid in all
     * @param lots what paid it, in burn-down order
     * @param commission our share of it, as booked
     * @param available the wallet's available balance after it
     */
    record Made(Sale sale, Money captured, List<Lot> lots, Money commission, Money available, Instant at)
            implements Purchase {
        public Made {
            lots = List.copyOf(lots);
        }

        @Override
        public Purchase evolve(Event event, Instant at) {
            return this;
        }
    }
}
