package io.microwallet.core.refund;

import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.refund.RefundCommand.RefundPurchase;
import io.microwallet.core.refund.RefundCommand.ReportRefundFailed;
import io.microwallet.core.refund.RefundCommand.ReportRefundSettled;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import java.time.Instant;

/** How money goes back: clients order it, processors say whether it arrived. */
public final class RefundRules implements Decider<RefundCommand> {
    @Override
    public Decision decide(States states, RefundCommand command, Instant at) {
        return switch (command) {
            case RefundPurchase c -> PurchaseRefunds.decide(states, c, at);
            case ReturnUnspent c -> UnspentReturns.decide(states, c, at);
            case ReportRefundSettled c -> RefundReports.settled(states, c, at);
            case ReportRefundFailed c -> RefundReports.failed(states, c, at);
        };
    }
}
