package io.microwallet.core.purchase;

import io.microwallet.core.request.Refusal;
import io.microwallet.core.topup.TopUpRefusal;
import io.microwallet.core.wallet.WalletRefusal;

/** What stands in the way of a purchase, in order of precedence. */
public enum PurchaseRefusal implements Refusal {
    WALLET_CLOSED(WalletRefusal.WALLET_CLOSED.advice()),
    WALLET_FROZEN("Unfreeze the wallet first: a frozen one takes money but spends none."),
    EFFECTIVE_TIME_IN_FUTURE(TopUpRefusal.EFFECTIVE_TIME_IN_FUTURE.advice()),
    EFFECTIVE_TIME_TOO_OLD(TopUpRefusal.EFFECTIVE_TIME_TOO_OLD.advice()),
    CURRENCY_NOT_HELD("Sell in a currency that the wallet holds: nothing is converted."),
    INSUFFICIENT_FUNDS("Top up the wallet, or sell for less.");

    private final String advice;

    PurchaseRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
