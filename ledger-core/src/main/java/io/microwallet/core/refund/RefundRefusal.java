package io.microwallet.core.refund;

import io.microwallet.core.purchase.PurchaseRefusal;
import io.microwallet.core.request.Refusal;
import io.microwallet.core.topup.TopUpRefusal;
import io.microwallet.core.wallet.WalletRefusal;

/** What stands in the way of a refund, in order of precedence; what a processor reports is never refused. */
public enum RefundRefusal implements Refusal {
    REFUND_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    WALLET_CLOSED(WalletRefusal.WALLET_CLOSED.advice()),
    WALLET_FROZEN(PurchaseRefusal.WALLET_FROZEN.advice()),
    EFFECTIVE_TIME_IN_FUTURE(TopUpRefusal.EFFECTIVE_TIME_IN_FUTURE.advice()),
    EFFECTIVE_TIME_TOO_OLD(TopUpRefusal.EFFECTIVE_TIME_TOO_OLD.advice()),
    EFFECTIVE_BEFORE_PURCHASE("Send a time at which the purchase had been made, or none."),
    REFUND_CURRENCY_DIFFERS("Refund in the currency of the purchase: nothing is converted."),
    PURCHASE_ALREADY_REFUNDED("Leave it: all of this purchase has been given back."),
    REFUND_EXCEEDS_PURCHASE("Refund at most what was paid and not given back yet."),
    SOURCE_EXHAUSTED("Refund to the wallet instead: the card has been given back all that it brought in."),
    NOTHING_TO_RETURN("Leave it: the wallet has no cash that could go back to where it came from."),
    BALANCE_TOO_LARGE("Spend from the wallet first: with this refund it would hold more than can be counted."),
    TOO_MANY_OPEN_LOTS(TopUpRefusal.TOO_MANY_OPEN_LOTS.advice());

    private final String advice;

    RefundRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
