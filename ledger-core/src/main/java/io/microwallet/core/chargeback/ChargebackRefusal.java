package io.microwallet.core.chargeback;

import io.microwallet.core.request.Refusal;
import io.microwallet.core.wallet.WalletRefusal;

/** What stands in the way of what finance orders about a receivable, in order of precedence; what a processor reports is never refused. */
public enum ChargebackRefusal implements Refusal {
    WALLET_CLOSED(WalletRefusal.WALLET_CLOSED.advice()),
    NO_RECEIVABLE("Leave it: the member owes nothing in this currency."),
    RECEIVABLE_EXCEEDED("Name at most what the member owes."),
    NO_CASH_TO_COLLECT("Wait for cash in the wallet, or name less: credit pays no receivable.");

    private final String advice;

    ChargebackRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
