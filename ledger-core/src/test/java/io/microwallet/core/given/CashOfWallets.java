package io.microwallet.core.given;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.decision.Event;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.WalletId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what was paid in and out for each wallet from the events alone, and knows no rule. What a processor takes beyond a
 * wallet's cash is owed, and is none of it.
 */
public final class CashOfWallets {
    private final Map<Key, Long> left = new HashMap<>();

    private record Key(WalletId wallet, Currency currency) {}

    /** What was paid in less what was paid out, at its lowest: credit that became cash makes it negative. */
    public long lowest() {
        return left.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    public void book(Event event) {
        switch (event) {
            case TopUpSucceeded e -> in(e.wallet(), e.amount());
            case PurchaseRefunded e -> e.parts().forEach(part -> out(e.wallet(), part.amount()));
            case UnspentReturned e -> e.parts().forEach(part -> out(e.wallet(), part.amount()));
            case RefundFailed e -> in(e.wallet(), e.lot().amount());
            case RefundUnclaimed e -> in(e.wallet(), e.amount());
            case RefundSettledAfterFailed e -> out(e.wallet(), e.lots());
            case ChargedBack e -> out(e.wallet(), e.lots());
            case ReceivableCollected e -> out(e.wallet(), e.lots());
            case DisputeWon e when e.lot() != null -> in(e.wallet(), e.lot().amount());
            default -> {}
        }
    }

    private void out(@Nullable WalletId wallet, List<Lot> lots) {
        lots.forEach(lot -> out(wallet, lot.amount()));
    }

    private void out(@Nullable WalletId wallet, Money amount) {
        in(wallet, amount.negated());
    }

    private void in(@Nullable WalletId wallet, Money amount) {
        if (wallet != null) {
            left.merge(new Key(wallet, amount.currency()), amount.amount(), Math::addExact);
        }
    }
}
