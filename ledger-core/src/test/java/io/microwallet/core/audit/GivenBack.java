package io.microwallet.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.decision.Event;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Refunds of a purchase come to no more than was paid, lot by lot, so that credit never becomes cash; and no card is asked to take back
 * more than it brought in, less what was taken back.
 */
final class GivenBack {
    /** What is left of a purchase, by purchase and lot. */
    private final Map<List<Object>, Long> paid = new HashMap<>();

    /** What is left of a top-up, by top-up and currency. */
    private final Map<List<Object>, Long> broughtIn = new HashMap<>();

    void book(Event event) {
        switch (event) {
            case Purchased e -> pay(e.purchase(), e.lots(), 1);
            case HoldCaptured e -> pay(e.purchase(), e.lots(), 1);
            case PurchaseRefunded e -> {
                pay(e.purchase(), e.undone(), -1);
                ask(e.parts());
            }
            case UnspentReturned e -> ask(e.parts());
            case TopUpSucceeded e ->
                bring(e.topUp(), e.amount().currency(), e.amount().amount());
            case RefundFailed e ->
                bring(e.topUp(), e.lot().amount().currency(), e.lot().amount().amount());
            case RefundUnclaimed e ->
                bring(e.topUp(), e.amount().currency(), e.amount().amount());
            case ChargedBack e -> take(e);
            case DisputeWon e -> give(e);
            case Event _ -> {}
        }
    }

    private void pay(Object purchase, List<Lot> lots, int sign) {
        for (var lot : lots) {
            var left =
                    paid.merge(List.of(purchase, lot.id()), sign * lot.amount().amount(), Math::addExact);
            assertThat(left).as("what is left of %s in %s", purchase, lot.id()).isNotNegative();
        }
    }

    private void ask(List<RefundPart> parts) {
        for (var part : parts) {
            var left =
                    bring(part.topUp(), part.amount().currency(), -part.amount().amount());
            assertThat(left).as("what is left of %s", part.topUp()).isNotNegative();
        }
    }

    private long bring(TopUpId topUp, Object currency, long amount) {
        return broughtIn.merge(List.of(topUp, currency), amount, Math::addExact);
    }

    private void take(ChargedBack event) {
        var topUp = event.dispute().topUp();
        if (topUp != null) {
            var amount = event.dispute().amount();
            bring(topUp, amount.currency(), -amount.amount());
        }
    }

    private void give(DisputeWon event) {
        var topUp = event.dispute().topUp();
        if (topUp != null) {
            bring(topUp, event.amount().currency(), taken(event));
        }
    }

    /** What it brings beyond what the dispute took is nobody's, and so no card's. */
    private static long taken(DisputeWon event) {
        var amount = event.dispute().amount();
        return amount.currency() == event.amount().currency()
                ? Math.min(amount.amount(), event.amount().amount())
                : 0;
    }
}
