package io.microwallet.core.payout;

import io.microwallet.core.request.Refusal;

/** What stands in the way of a payout, in order of precedence; what the bank did is never refused. */
public enum PayoutRefusal implements Refusal {
    PAYOUT_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    OWN_SHOP_IS_NOT_PAID_OUT("Leave it: the sales of an own shop are our income already."),
    PAYOUT_CURRENCY_NEEDED("Name the currency: this merchant is owed money in more than one."),
    NOTHING_TO_PAY_OUT("Wait for the merchant's next sales: it is owed nothing now."),
    PAYABLE_EXCEEDED("Ask for at most what the merchant is owed, or for no amount to pay out all of it.");

    private final String advice;

    PayoutRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
