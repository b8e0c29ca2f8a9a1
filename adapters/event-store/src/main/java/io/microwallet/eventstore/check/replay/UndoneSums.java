package io.microwallet.eventstore.check.replay;

import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Side;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import java.util.List;

/** Whether an event's lots, parts and postings are all of the sum that it tells. */
final class UndoneSums {
    private UndoneSums() {}

    /** What is undone of each kind of money is what is given of it: credit never becomes cash. */
    static boolean agree(PurchaseRefunded event) {
        var lots = event.parts().stream().map(RefundPart::lot).toList();
        var amount = event.amount();
        for (var kind : LotKind.values()) {
            var given = sum(event.returned(), kind, amount) + sum(lots, kind, amount);
            if (given != sum(event.undone(), kind, amount)) {
                return false;
            }
        }
        return sum(event.undone(), LotKind.CASH, amount) + sum(event.undone(), LotKind.CREDIT, amount)
                        == amount.amount()
                && isAllOf(event.journalEntry(), amount);
    }

    private static long sum(List<Lot> lots, LotKind kind, Money as) {
        return lots.stream()
                .filter(lot -> lot.kind() == kind && lot.amount().currency() == as.currency())
                .mapToLong(lot -> lot.amount().amount())
                .sum();
    }

    /** Whether the entry's debits are so much, and of no other currency. */
    static boolean isAllOf(JournalEntry entry, Money amount) {
        var sum = 0L;
        for (var posting : entry.postings()) {
            if (posting.money().currency() != amount.currency()) {
                return false;
            }
            sum += posting.side() == Side.DEBIT ? posting.money().amount() : 0;
        }
        return sum == amount.amount();
    }
}
