package io.microwallet.eventstore.check;

import io.microwallet.core.journal.Account.Bank;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.ProcessorFees;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.settlement.ProcessorPayoutId;
import io.microwallet.core.settlement.Settlement;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPaidOut;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPayoutContradicted;
import io.microwallet.core.topup.ProcessorReference;

/** Payouts of a processor that were written by somebody else. */
final class ForgedSettlements {
    private static final ProcessorId SIMULATOR = new ProcessorId("simulator");
    private static final ProcessorReference REFERENCE = new ProcessorReference("payout_1");

    private final Forger forger;
    private final LedgerId ledger;

    ForgedSettlements(Forger forger) throws Exception {
        this.forger = forger;
        this.ledger = ((Purchased) forger.at(Booked.LAST).event()).ledger();
    }

    /** The same money reaches the bank twice. */
    void twice() throws Exception {
        forger.append(paidOut(1_000, 20));
        forger.append(paidOut(1_000, 20));
    }

    /** More reaches the bank than was told, and the fee is that much less. */
    void anotherSum() throws Exception {
        forger.append(paidOut(1_000, 10));
    }

    /** Breaks no rule: more than the processor took for us until then, and told again with other amounts. */
    void moreThanItTook() throws Exception {
        forger.append(paidOut(99_980, 20));
        forger.append(new ProcessorPayoutContradicted(ledger, id(), settlement(99_980, 20), settlement(99_970, 30)));
    }

    /** With a fee of 20 told, whatever is booked. */
    private ProcessorPaidOut paidOut(long amount, long bookedFee) {
        var entry = JournalEntry.of(
                Posting.debit(new Bank(), eur(amount + 20 - bookedFee)),
                Posting.debit(new ProcessorFees(SIMULATOR), eur(bookedFee)),
                Posting.credit(new ProcessorClearing(SIMULATOR), eur(amount + 20)));
        return new ProcessorPaidOut(ledger, id(), settlement(amount, 20), null, entry);
    }

    private ProcessorPayoutId id() {
        return ProcessorPayoutId.of(ledger, SIMULATOR, REFERENCE);
    }

    private static Settlement settlement(long amount, long fee) {
        return new Settlement(SIMULATOR, REFERENCE, eur(amount), eur(fee));
    }

    private static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }
}
