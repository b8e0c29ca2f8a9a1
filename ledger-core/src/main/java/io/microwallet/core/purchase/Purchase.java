package io.microwallet.core.purchase;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.wallet.BurnDown;
import io.microwallet.core.wallet.Lot;
import java.time.Instant;
import java.util.List;

/** One sale: what was paid at once, or what was captured of a hold. */
public sealed interface Purchase extends Entity {
    @Override
    Purchase evolve(Event event, Instant at);

    /** What capturing more adds to our share: the difference to what is booked already, of all that was captured and kept. */
    Money commissionOnMore(Money more, Merchant.Trading merchant);

    record Unborn() implements Purchase {
        @Override
        public Money commissionOnMore(Money more, Merchant.Trading merchant) {
            return merchant.commissionOn(more);
        }

        @Override
        public Purchase evolve(Event event, Instant at) {
            return switch (event) {
                case Purchased e ->
                    new Made(e.sale(), e.amount(), e.lots(), List.of(), e.commission(), e.available(), at, at);
                case HoldCaptured e ->
                    new Made(e.sale(), e.amount(), e.lots(), List.of(), e.commission(), e.available(), at, at);
                case Event _ -> this;
            };
        }
    }

    /**
     * @param captured what was paid in all
     * @param lots what paid it, in burn-down order
     * @param refunded what of these parts has been given back, in the same order
     * @param commission our share of what is not given back, as booked
     * @param available the wallet's available balance after it
     * @param at when it was recorded; of a hold, its first capture
     * @param lastAt when the last capture of its hold was recorded
     */
    record Made(
            Sale sale,
            Money captured,
            List<Lot> lots,
            List<Lot> refunded,
            Money commission,
            Money available,
            Instant at,
            Instant lastAt)
            implements Purchase {
        public Made {
            lots = List.copyOf(lots);
            refunded = List.copyOf(refunded);
        }

        /** When it is said to have happened, or else when it was recorded: of a hold, its last capture, which a refund undoes first. */
        public Instant happened() {
            var effective = sale.effective();
            return effective == null ? lastAt : effective;
        }

        /** What has been given back in all. */
        public Money refundedInAll() {
            long sum = 0;
            for (var part : refunded) {
                sum += part.amount().amount();
            }
            return new Money(sum, captured.currency());
        }

        /** What may still be given back. */
        public Money refundable() {
            return captured.minus(refundedInAll());
        }

        @Override
        public Money commissionOnMore(Money more, Merchant.Trading merchant) {
            return merchant.commissionOn(refundable().plus(more)).minus(commission);
        }

        @Override
        public Purchase evolve(Event event, Instant at) {
            return switch (event) {
                case HoldCaptured e -> after(e, at);
                case PurchaseRefunded e -> after(e);
                case Event _ -> this;
            };
        }

        // A later capture takes later lots of the same hold: together they are in burn-down order, and have a lot once.
        private Made after(HoldCaptured e, Instant capturedAt) {
            return new Made(
                    sale,
                    captured.plus(e.amount()),
                    BurnDown.with(lots, e.lots()),
                    refunded,
                    commission.plus(e.commission()),
                    e.available(),
                    at,
                    capturedAt);
        }

        private Made after(PurchaseRefunded e) {
            return new Made(
                    sale,
                    captured,
                    lots,
                    BurnDown.with(refunded, e.undone()),
                    commission.minus(e.commission()),
                    available,
                    at,
                    lastAt);
        }
    }
}
