package io.microwallet.core.settlement;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.LedgerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to money that processors paid to us. */
public sealed interface SettlementEvent extends Event {
    ProcessorPayoutId payout();

    @Override
    default List<Tag> tags() {
        return List.of(payout().tag());
    }

    /** What a processor took for us reached our bank account, less its fee. */
    record ProcessorPaidOut(
            LedgerId ledger,
            ProcessorPayoutId payout,
            Settlement settlement,
            @Nullable Instant effective,
            JournalEntry journalEntry)
            implements SettlementEvent {
        @Override
        public Optional<JournalEntry> entry() {
            return Optional.of(journalEntry);
        }
    }

    /**
     * A payout was told once more, with other amounts: it moves nothing, and is an exception for finance.
     *
     * @param booked what stays booked
     * @param told what was told now
     */
    record ProcessorPayoutContradicted(LedgerId ledger, ProcessorPayoutId payout, Settlement booked, Settlement told)
            implements SettlementEvent {}
}
