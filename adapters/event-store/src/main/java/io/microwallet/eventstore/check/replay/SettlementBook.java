package io.microwallet.eventstore.check.replay;

import io.microwallet.core.journal.Account.Bank;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.settlement.ProcessorPayoutId;
import io.microwallet.core.settlement.Settlement;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPaidOut;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import java.util.HashSet;
import java.util.Set;

/** What processors paid to our bank account is booked once each, with what was told of it. */
final class SettlementBook {
    private final Set<ProcessorPayoutId> booked = new HashSet<>();

    void check(RecordedEvent recorded, Findings findings) {
        if (recorded.event() instanceof ProcessorPaidOut event && !isTold(event)) {
            findings.add(
                    FindingKind.SENT_UNASKED, recorded.position(), "a processor's payout is not what was told of it");
        }
    }

    private boolean isTold(ProcessorPaidOut event) {
        var settlement = event.settlement();
        var id = ProcessorPayoutId.of(event.ledger(), settlement.processor(), settlement.reference());
        return booked.add(event.payout()) && id.equals(event.payout()) && isOf(settlement, event.journalEntry());
    }

    private static boolean isOf(Settlement settlement, JournalEntry entry) {
        return UndoneSums.isAllOf(entry, settlement.cleared())
                && entry.postings().contains(new Posting(new Bank(), Side.DEBIT, settlement.amount()));
    }
}
