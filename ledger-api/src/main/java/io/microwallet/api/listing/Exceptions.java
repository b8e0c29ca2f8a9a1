package io.microwallet.api.listing;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeContradicted;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.decision.Event;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPayoutContradicted;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;

/** Which facts fit nothing that we know, so that a person has to look at them. */
final class Exceptions {
    private Exceptions() {}

    static boolean isOne(Event event) {
        return switch (event) {
            case TopUpUnclaimed _,
                    RefundUnclaimed _,
                    RefundSettledAfterFailed _,
                    DisputeContradicted _,
                    ProcessorPayoutContradicted _ -> true;
            case ChargedBack e -> e.unexplained().isPositive() || e.aboveTopUp() != null;
            case DisputeWon e -> e.unclaimed().isPositive() || e.explained().isPositive();
            case Event _ -> false;
        };
    }
}
