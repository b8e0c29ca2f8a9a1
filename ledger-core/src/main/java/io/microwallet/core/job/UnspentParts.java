package io.microwallet.core.job;

import io.microwallet.core.decision.Event;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.UnspentSources;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.util.Optional;

/** What a job asks, and of whom: nothing but the order and the log decides it, so that it can be begun again at any wallet. */
public final class UnspentParts {
    private UnspentParts() {}

    /** Whom an event that was recorded before the order makes one of its wallets, if anyone. */
    public static Optional<WalletId> wallet(UnspentReturnOrdered order, Event event) {
        return event instanceof TopUpRequested e && order.popUp().equals(e.popUp())
                ? Optional.of(e.wallet())
                : Optional.empty();
    }

    /** One wallet's part, over the wallet as it is now. */
    public static ReturnUnspent of(UnspentReturnOrdered order, RefundId refund, WalletId id, Wallet wallet) {
        return new ReturnUnspent(
                order.ledger(), refund, id, order.client(), UnspentSources.of(wallet), order.popUp(), null);
    }
}
