package io.microwallet.core.topup;

import io.microwallet.core.request.Refusal;
import io.microwallet.core.wallet.WalletRefusal;

/** What stands in the way of a top-up that is asked for, in order of precedence; what a processor reports is never refused. */
public enum TopUpRefusal implements Refusal {
    TOP_UP_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    WALLET_CLOSED(WalletRefusal.WALLET_CLOSED.advice()),
    PROCESSOR_UNKNOWN("Name a processor that this service has: simulator is one."),
    PROCESSOR_REFUSES_LIVE("Name a processor that takes real money, or use a sandbox ledger."),
    PROCESSOR_REFUSES_SANDBOX("Name the simulator, or use a live ledger."),
    EFFECTIVE_TIME_IN_FUTURE("Send a time that has passed by the ledger's clock, or none."),
    EFFECTIVE_TIME_TOO_OLD("Send a time within the last 366 days, or none."),
    TOP_UP_AMOUNT_TOO_LARGE("Top up at most 1,000,000,000,000 minor units at once."),
    TOP_UP_LIMIT_EXCEEDED("Top up less at once: the ledger's limits say how much."),
    TOO_MANY_TOP_UPS_TODAY(
            "Try again tomorrow: the ledger's limits say how many top-ups a wallet may ask for in a day."),
    BALANCE_LIMIT_EXCEEDED("Top up less, or spend first: the ledger's limits say how much a wallet may hold."),
    TOO_MANY_OPEN_LOTS(
            "Spend some of the wallet's earlier top-ups first: the ledger's limits say how many it may hold.");

    private final String advice;

    TopUpRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
