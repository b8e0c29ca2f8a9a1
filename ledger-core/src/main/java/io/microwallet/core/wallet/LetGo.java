package io.microwallet.core.wallet;

import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a hold lets go of: {@code returned} goes back to its lots, {@code broken} would, had its lot not expired meanwhile. */
public record LetGo(List<Lot> returned, List<Lot> broken) {
    public static final LetGo NOTHING = new LetGo(List.of(), List.of());

    public LetGo {
        returned = List.copyOf(returned);
        broken = List.copyOf(broken);
    }

    static LetGo of(List<Lot> held, Instant at) {
        var returned = new ArrayList<Lot>(held.size());
        var broken = new ArrayList<Lot>(0);
        for (var lot : held) {
            (lot.hasExpired(at) ? broken : returned).add(lot);
        }
        return new LetGo(returned, broken);
    }

    /** What is spendable of it again. */
    public Money returned(Currency currency) {
        return sum(returned, currency);
    }

    public Money total(Currency currency) {
        return returned(currency).plus(sum(broken, currency));
    }

    /** Out of what is held, to what is available or to where expired credit goes. */
    public Booking book(Booking booking, WalletId wallet) {
        for (var lot : returned) {
            booking.debit(new WalletFunds(wallet, lot.kind(), Availability.HELD), lot.amount());
            booking.credit(new WalletFunds(wallet, lot.kind(), Availability.AVAILABLE), lot.amount());
        }
        for (var lot : broken) {
            Overdue.breakage(booking, wallet, lot, Availability.HELD);
        }
        return booking;
    }

    private static Money sum(List<Lot> lots, Currency currency) {
        return BurnDown.sum(lots, LotKind.CASH, currency).plus(BurnDown.sum(lots, LotKind.CREDIT, currency));
    }
}
