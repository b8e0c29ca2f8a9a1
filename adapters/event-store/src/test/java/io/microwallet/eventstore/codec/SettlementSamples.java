package io.microwallet.eventstore.codec;

import io.microwallet.core.decision.Event;
import io.microwallet.core.journal.Account.Bank;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.ProcessorFees;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.settlement.ProcessorPayoutId;
import io.microwallet.core.settlement.Settlement;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPaidOut;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPayoutContradicted;
import io.microwallet.core.topup.ProcessorReference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What processors paid to us. */
final class SettlementSamples {
    private static final LedgerId LEDGER = new LedgerId(new UUID(0x0190_0000_0000_7001L, 0x8000_0000_0000_0001L));
    private static final ProcessorId SIMULATOR = new ProcessorId("simulator");
    private static final ProcessorReference REFERENCE = new ProcessorReference("po_1:a.b-C");
    private static final ProcessorPayoutId PAYOUT = ProcessorPayoutId.of(LEDGER, SIMULATOR, REFERENCE);
    private static final Instant EFFECTIVE = Instant.parse("2026-11-22T16:00:00.123456Z");

    private SettlementSamples() {}

    static List<Event> events() {
        return List.of(
                new ProcessorPaidOut(LEDGER, PAYOUT, settlement(49_00, 1_00), EFFECTIVE, entry(49_00, 1_00)),
                new ProcessorPaidOut(
                        LEDGER,
                        PAYOUT,
                        settlement(50_00, 0),
                        null,
                        JournalEntry.of(
                                Posting.debit(new Bank(), eur(50_00)),
                                Posting.credit(new ProcessorClearing(SIMULATOR), eur(50_00)))),
                new ProcessorPayoutContradicted(LEDGER, PAYOUT, settlement(49_00, 1_00), settlement(48_00, 2_00)));
    }

    private static JournalEntry entry(long amount, long fee) {
        return JournalEntry.of(
                Posting.debit(new Bank(), eur(amount)),
                Posting.debit(new ProcessorFees(SIMULATOR), eur(fee)),
                Posting.credit(new ProcessorClearing(SIMULATOR), eur(amount + fee)));
    }

    private static Settlement settlement(long amount, long fee) {
        return new Settlement(SIMULATOR, REFERENCE, eur(amount), eur(fee));
    }

    private static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }
}
