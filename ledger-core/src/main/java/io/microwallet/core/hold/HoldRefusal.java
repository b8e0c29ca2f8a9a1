package io.microwallet.core.hold;

import io.microwallet.core.drop.DropRefusal;
import io.microwallet.core.purchase.PurchaseRefusal;
import io.microwallet.core.request.Refusal;

/** What stands in the way of an order about a hold, in order of precedence. */
public enum HoldRefusal implements Refusal {
    HOLD_CAPTURED("Leave it: the hold was captured to its end."),
    HOLD_VOIDED("Place a new hold: this one was let go of."),
    HOLD_EXPIRED("Place a new hold: this one has lapsed and its unit and money are free again."),
    HOLD_IN_ANOTHER_CURRENCY("Capture in the currency that is held: nothing is converted."),
    CAPTURE_EXCEEDS_HOLD("Capture at most what the hold still holds."),
    WALLET_CLOSED(PurchaseRefusal.WALLET_CLOSED.advice()),
    WALLET_FROZEN(PurchaseRefusal.WALLET_FROZEN.advice()),
    DROP_NOT_OPEN("Wait until the drop opens: its times are told by the drop itself."),
    DROP_CLOSED(DropRefusal.DROP_CLOSED.advice()),
    DROP_SOLD_OUT("Try again with a new idempotency key once a unit comes free."),
    DROP_CAP_REACHED("Leave the rest to others: this wallet has as many units as the drop gives to one."),
    TOO_MANY_OPEN_HOLDS("Capture or void some of the wallet's holds first."),
    CURRENCY_NOT_HELD(PurchaseRefusal.CURRENCY_NOT_HELD.advice()),
    INSUFFICIENT_FUNDS(PurchaseRefusal.INSUFFICIENT_FUNDS.advice());

    private final String advice;

    HoldRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
