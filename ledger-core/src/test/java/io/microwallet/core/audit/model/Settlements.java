package io.microwallet.core.audit.model;

import io.microwallet.core.settlement.Settlement;
import io.microwallet.core.settlement.SettlementCommand;
import io.microwallet.core.settlement.SettlementCommand.ReportProcessorPayout;
import java.time.Instant;
import java.util.ArrayList;

/** What processors pay to our bank account. */
final class Settlements {
    private final Tables t;

    Settlements(Tables tables) {
        t = tables;
    }

    Answer answer(SettlementCommand command, Instant at) {
        return switch (command) {
            case ReportProcessorPayout c -> told(c, at);
        };
    }

    private Answer told(ReportProcessorPayout c, Instant at) {
        var payout = t.processorPayouts.get(c.payout());
        if (payout == null) {
            var reason = TopUps.effective(c.effective(), at);
            return reason == null ? booked(c) : Answer.refused(reason);
        }
        if (c.settlement().equals(payout.booked) || c.settlement().equals(payout.toldOtherwise)) {
            return new Answer.Known();
        }
        payout.toldOtherwise = c.settlement();
        return Answer.accepted(
                new ArrayList<>(),
                Told.of("ProcessorPayoutContradicted")
                        .with("booked", payout.booked)
                        .with("told", payout.toldOtherwise));
    }

    private Answer booked(ReportProcessorPayout c) {
        var payout = new Rows.ProcessorPayout();
        payout.booked = c.settlement();
        t.processorPayouts.put(c.payout(), payout);
        return Answer.accepted(
                new ArrayList<>(), Told.of("ProcessorPaidOut").with("journalEntry", t.post(entry(c.settlement()))));
    }

    private static Entry entry(Settlement it) {
        var currency = it.amount().currency();
        var net = it.amount().amount();
        var fee = it.fee().amount();
        return new Entry()
                .debit(Chart.BANK, net, currency)
                .debit(Chart.fees(it.processor()), fee, currency)
                .credit(Chart.clearing(it.processor()), net + fee, currency);
    }
}
