package io.microwallet.core.purchase;

import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.Commission;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.Sales;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.BurnDown;
import io.microwallet.core.wallet.LetGo;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletId;
import java.util.ArrayList;
import java.util.List;

/** Books a sale: out of the wallet's cash and credit, to the merchant and to our commission, or to our own sales. */
public final class SaleEntry {
    private SaleEntry() {}

    static JournalEntry of(WalletId wallet, List<Lot> lots, Merchant.Trading merchant, Money amount, Money commission) {
        var postings = new ArrayList<Posting>(4);
        debit(postings, wallet, LotKind.CREDIT, BurnDown.sum(lots, LotKind.CREDIT, amount.currency()));
        debit(postings, wallet, LotKind.CASH, BurnDown.sum(lots, LotKind.CASH, amount.currency()));
        switch (merchant.kind()) {
            case OWN -> postings.add(Posting.credit(new Sales(merchant.id()), amount));
            case THIRD_PARTY -> creditThirdParty(postings, merchant, amount.minus(commission), commission);
        }
        return new JournalEntry(postings);
    }

    /** The same out of what is held: what was captured, and what a final capture lets go of. */
    public static JournalEntry ofCapture(
            WalletId wallet, List<Lot> lots, LetGo letGo, Merchant.Trading merchant, Money amount, Money commission) {
        var booking = new Booking();
        for (var lot : lots) {
            booking.debit(new WalletFunds(wallet, lot.kind(), Availability.HELD), lot.amount());
        }
        switch (merchant.kind()) {
            case OWN -> booking.credit(new Sales(merchant.id()), amount);
            case THIRD_PARTY ->
                booking.credit(new MerchantPayable(merchant.id()), amount.minus(commission))
                        .credit(new Commission(), commission);
        }
        return letGo.book(booking, wallet).entry();
    }

    private static void debit(List<Posting> postings, WalletId wallet, LotKind kind, Money amount) {
        if (!amount.isZero()) {
            postings.add(Posting.debit(new WalletFunds(wallet, kind, Availability.AVAILABLE), amount));
        }
    }

    private static void creditThirdParty(
            List<Posting> postings, Merchant.Trading merchant, Money share, Money commission) {
        if (!share.isZero()) {
            postings.add(Posting.credit(new MerchantPayable(merchant.id()), share));
        }
        if (!commission.isZero()) {
            postings.add(Posting.credit(new Commission(), commission));
        }
    }
}
