package io.microwallet.core.refund;

import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.Commission;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.RefundsInFlight;
import io.microwallet.core.journal.Account.Sales;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.WalletId;
import java.util.List;

/** Books a refund: what the purchase credited is debited, to the lots or to what is on its way to the cards. */
final class RefundEntry {
    private RefundEntry() {}

    static JournalEntry of(
            WalletId wallet,
            Merchant.Trading merchant,
            Money amount,
            Money commission,
            List<Lot> returned,
            List<RefundPart> parts) {
        var booking = new Booking();
        switch (merchant.kind()) {
            case OWN -> booking.debit(new Sales(merchant.id()), amount);
            case THIRD_PARTY ->
                booking.debit(new MerchantPayable(merchant.id()), amount.minus(commission))
                        .debit(new Commission(), commission);
        }
        for (var lot : returned) {
            booking.credit(new WalletFunds(wallet, lot.kind(), Availability.AVAILABLE), lot.amount());
        }
        for (var part : parts) {
            booking.credit(new RefundsInFlight(part.processor()), part.amount());
        }
        return booking.entry();
    }
}
