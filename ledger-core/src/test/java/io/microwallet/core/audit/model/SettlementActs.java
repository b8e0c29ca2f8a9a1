package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.money.Money;
import io.microwallet.core.settlement.ProcessorPayoutId;
import io.microwallet.core.settlement.Settlement;
import io.microwallet.core.settlement.SettlementCommand.ReportProcessorPayout;
import io.microwallet.core.topup.ProcessorReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finance, who reads in the bank account what processors paid: twice at times, and not always the same. */
final class SettlementActs implements Acts {
    private static final List<ProcessorId> PROCESSORS = List.of(new ProcessorId("simulator"), new ProcessorId("acme"));

    private final Tables t;
    private final Dice dice;
    private final List<Settlement> paid = new ArrayList<>();

    SettlementActs(Tables tables, Dice dice) {
        t = tables;
        this.dice = dice;
    }

    @Override
    public int share() {
        return 2;
    }

    @Override
    public Command next(Instant now) {
        var settlement = paid.isEmpty() || dice.oneIn(2) ? another() : again(dice.lately(paid));
        var ledger = dice.ledger();
        return new ReportProcessorPayout(
                ledger,
                ProcessorPayoutId.of(ledger, settlement.processor(), settlement.reference()),
                settlement,
                dice.oneIn(3) ? effective(now) : null);
    }

    /** All of what the processor holds for us, or anything else. */
    private Settlement another() {
        var processor = dice.of(PROCESSORS);
        var currency = dice.currency();
        var held = -t.balance(Chart.clearing(processor), currency);
        var amount = dice.oneIn(2) ? Math.clamp(held, 1, 1_000_000) : 1 + dice.upTo(1_000);
        var reference = new ProcessorReference("payout_" + paid.size());
        var settlement = new Settlement(processor, reference, new Money(amount, currency), new Money(fee(), currency));
        paid.add(settlement);
        return settlement;
    }

    private long fee() {
        return dice.oneIn(2) ? 0 : 1 + dice.upTo(20);
    }

    private Settlement again(Settlement one) {
        return dice.oneIn(2)
                ? one
                : new Settlement(
                        one.processor(),
                        one.reference(),
                        one.amount(),
                        new Money(fee(), one.amount().currency()));
    }

    private Instant effective(Instant now) {
        return dice.oneIn(6) ? now.plusSeconds(1) : now.minus(Duration.ofDays(dice.oneIn(6) ? 367 : dice.upTo(60)));
    }
}
