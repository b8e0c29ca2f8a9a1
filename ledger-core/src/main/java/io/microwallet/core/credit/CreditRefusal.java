package io.microwallet.core.credit;

import io.microwallet.core.request.Refusal;
import io.microwallet.core.topup.TopUpRefusal;
import io.microwallet.core.wallet.WalletRefusal;

/** What stands in the way of a credit, in order of precedence. */
public enum CreditRefusal implements Refusal {
    WALLET_CLOSED(WalletRefusal.WALLET_CLOSED.advice()),
    OWN_SHOP_FUNDS_NO_CREDIT("Name the ledger as the funder: what an own shop sells is the ledger's income already."),
    EXPIRY_NOT_IN_FUTURE("Let the credit expire later than now, or not at all."),
    CREDIT_AMOUNT_TOO_LARGE("Give less: one credit is at most 1,000,000,000,000 minor units."),
    BALANCE_LIMIT_EXCEEDED(TopUpRefusal.BALANCE_LIMIT_EXCEEDED.advice()),
    TOO_MANY_OPEN_LOTS(TopUpRefusal.TOO_MANY_OPEN_LOTS.advice());

    private final String advice;

    CreditRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
