package io.microwallet.core.merchant;

import io.microwallet.core.request.Refusal;

/** What stands in the way of a new merchant, in order of precedence. */
public enum MerchantRefusal implements Refusal {
    MERCHANT_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    COMMISSION_ON_OWN_SALES("Set the commission of an own shop to 0: all that it sells is income already.");

    private final String advice;

    MerchantRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
