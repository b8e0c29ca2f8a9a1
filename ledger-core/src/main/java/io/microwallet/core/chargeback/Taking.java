package io.microwallet.core.chargeback;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackRules.Sides;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.ProcessorFees;
import io.microwallet.core.journal.Account.Unclaimed;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.MoneyTaken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Books what a processor takes back: the payment's own lot gives first, then other cash; the rest is owed. */
final class Taking {
    private Taking() {}

    static ChargedBack book(LedgerId ledger, ChargebackId id, Dispute dispute, Sides sides, Instant at) {
        var unclaimed = unclaimed(sides.topUp(), dispute.amount());
        var taken = taken(sides, dispute, dispute.amount().minus(unclaimed), at);
        return new ChargedBack(
                ledger,
                id,
                dispute,
                taken.lots(),
                taken.owed(),
                unclaimed,
                taken.unexplained(),
                above(sides.topUp(), dispute.amount()),
                taken.available().orElse(null),
                entry(dispute, taken, unclaimed));
    }

    /** Money that no wallet ever got is taken from where it waits to be claimed. */
    private static Money unclaimed(TopUp topUp, Money amount) {
        return topUp instanceof TopUp.Unclaimed it && it.room().currency() == amount.currency()
                ? it.room().atMost(amount)
                : Money.zero(amount.currency());
    }

    /** More than is left of the payment is booked as well, but a bank that takes it has to be asked why. */
    private static @Nullable Money above(TopUp topUp, Money amount) {
        if (!(topUp instanceof TopUp.Known it)) {
            return null;
        }
        var room = it.room();
        var above = room.currency() == amount.currency() ? amount.minus(room.atMost(amount)) : amount;
        return above.isPositive() ? above : null;
    }

    private static MoneyTaken taken(Sides sides, Dispute dispute, Money amount, Instant at) {
        var wallet = dispute.wallet();
        return wallet == null
                ? MoneyTaken.unexplained(dispute.processor(), amount)
                : MoneyTaken.of(sides.wallet(), wallet, dispute.processor(), amount, lot(dispute), at);
    }

    private static @Nullable LotId lot(Dispute dispute) {
        var topUp = dispute.topUp();
        return topUp == null ? null : LotId.of(topUp);
    }

    private static JournalEntry entry(Dispute dispute, MoneyTaken taken, Money unclaimed) {
        var booking = taken.debited().debit(new Unclaimed(), unclaimed);
        var clearing = new ProcessorClearing(dispute.processor());
        var fee = dispute.fee();
        if (fee != null) {
            booking.debit(new ProcessorFees(dispute.processor()), fee).credit(clearing, fee);
        }
        return booking.credit(clearing, dispute.amount()).entry();
    }
}
