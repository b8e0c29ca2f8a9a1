package io.microwallet.core.wallet;

import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.ReceivableChargebacks;
import io.microwallet.core.journal.Account.Unexplained;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money that a processor took, whatever we thought of it: out of the wallet's spendable cash as far as it goes, the rest is
 * owed; all of it is owed where the wallet is closed, and unexplained where there is none.
 *
 * @param lots what the wallet gave
 * @param owed what its member owes since
 * @param unexplained what is nobody's
 * @param available the wallet's available balance after it; empty where it is not open
 */
public record MoneyTaken(
        @Nullable WalletId wallet,
        ProcessorId processor,
        Money amount,
        List<Lot> lots,
        Money owed,
        Money unexplained,
        Optional<Money> available) {
    public MoneyTaken {
        lots = List.copyOf(lots);
    }

    /** @param first the lot that gives before all others */
    public static MoneyTaken of(
            Wallet wallet, WalletId id, ProcessorId processor, Money amount, @Nullable LotId first, Instant at) {
        return switch (wallet) {
            case Wallet.Open open -> of(open, processor, amount, first, at);
            case Wallet.Closed closed -> {
                var owed = amount.atMost(closed.receivable(amount.currency()).room());
                yield new MoneyTaken(id, processor, amount, List.of(), owed, amount.minus(owed), Optional.empty());
            }
            case Wallet.Erased _, Wallet.Unborn _ -> unexplained(processor, amount);
        };
    }

    private static MoneyTaken of(
            Wallet.Open wallet, ProcessorId processor, Money amount, @Nullable LotId first, Instant at) {
        var currency = amount.currency();
        var lots = wallet.funds().takeCash(amount, first);
        var given = BurnDown.sum(lots, LotKind.CASH, currency);
        var owed = amount.minus(given).atMost(wallet.receivable(currency).room());
        var left = wallet.available(currency, at).minus(given);
        var unexplained = amount.minus(given).minus(owed);
        return new MoneyTaken(wallet.id(), processor, amount, lots, owed, unexplained, Optional.of(left));
    }

    /** Where nobody knows whose it was. */
    public static MoneyTaken unexplained(ProcessorId processor, Money amount) {
        var none = Money.zero(amount.currency());
        return new MoneyTaken(null, processor, amount, List.of(), none, amount, Optional.empty());
    }

    /** Its debits. */
    public Booking debited() {
        var booking = new Booking();
        if (wallet != null) {
            booking.debit(
                            new WalletFunds(wallet, LotKind.CASH, Availability.AVAILABLE),
                            amount.minus(owed).minus(unexplained))
                    .debit(new ReceivableChargebacks(wallet), owed);
        }
        return booking.debit(new Unexplained(processor), unexplained);
    }
}
