package io.microwallet.core.settlement;

import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.EffectiveTime;
import io.microwallet.core.decision.States;
import io.microwallet.core.journal.Account.Bank;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.ProcessorFees;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.settlement.ProcessorPayout.Booked;
import io.microwallet.core.settlement.ProcessorPayout.Contradicted;
import io.microwallet.core.settlement.ProcessorPayout.Unborn;
import io.microwallet.core.settlement.SettlementCommand.ReportProcessorPayout;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPaidOut;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPayoutContradicted;
import java.time.Instant;

/** Money that processors pay to our bank account: each payout is booked once, as it was told first. */
public final class SettlementRules implements Decider<SettlementCommand> {
    @Override
    public Decision decide(States states, SettlementCommand command, Instant at) {
        return switch (command) {
            case ReportProcessorPayout c -> reported(states.of(c.payout()), c, at);
        };
    }

    private static Decision reported(ProcessorPayout payout, ReportProcessorPayout fact, Instant at) {
        var told = fact.settlement();
        return switch (payout) {
            case Unborn _ -> first(fact, at);
            case Booked it when told.equals(it.paidOut().settlement()) -> new Decision.AlreadyKnown();
            case Booked it -> contradicted(it.paidOut(), told);
            case Contradicted it
            when told.equals(it.paidOut().settlement()) || told.equals(it.told()) -> new Decision.AlreadyKnown();
            case Contradicted it -> contradicted(it.paidOut(), told);
        };
    }

    private static Decision first(ReportProcessorPayout fact, Instant at) {
        if (EffectiveTime.isInFuture(fact.effective(), at)) {
            return refused(SettlementRefusal.EFFECTIVE_TIME_IN_FUTURE);
        }
        if (EffectiveTime.isTooOld(fact.effective(), at)) {
            return refused(SettlementRefusal.EFFECTIVE_TIME_TOO_OLD);
        }
        var settlement = fact.settlement();
        return accepted(
                new ProcessorPaidOut(fact.ledger(), fact.payout(), settlement, fact.effective(), entry(settlement)));
    }

    private static JournalEntry entry(Settlement settlement) {
        var processor = settlement.processor();
        return new Booking()
                .debit(new Bank(), settlement.amount())
                .debit(new ProcessorFees(processor), settlement.fee())
                .credit(new ProcessorClearing(processor), settlement.cleared())
                .entry();
    }

    private static Decision contradicted(ProcessorPaidOut booked, Settlement told) {
        return accepted(new ProcessorPayoutContradicted(booked.ledger(), booked.payout(), booked.settlement(), told));
    }
}
