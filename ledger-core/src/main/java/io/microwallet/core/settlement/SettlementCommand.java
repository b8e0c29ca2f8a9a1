package io.microwallet.core.settlement;

import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What finance reads in its bank account of what processors pay to it. */
public sealed interface SettlementCommand extends Command {
    /**
     * A fact: the money reached our bank account. What the processor took for us until then is no part of the boundary: it is
     * booked however much that was.
     *
     * @param effective when it reached the account, if it was not now
     */
    record ReportProcessorPayout(
            LedgerId ledger,
            ProcessorPayoutId payout,
            Settlement settlement,
            @Nullable Instant effective) implements SettlementCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(payout);
        }
    }
}
