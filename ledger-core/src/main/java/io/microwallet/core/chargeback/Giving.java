package io.microwallet.core.chargeback;

import io.microwallet.core.chargeback.ChargebackCommand.ReportDisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackRules.Sides;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.BadDebt;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.ReceivableChargebacks;
import io.microwallet.core.journal.Account.Unclaimed;
import io.microwallet.core.journal.Account.Unexplained;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Receivable;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Books what a processor gives again of what it took: what nobody could explain, then what the member owes, then what we had
 * given up, and what is left is the member's. More than was taken is nobody's.
 */
final class Giving {
    private Giving() {}

    /** @param before what of it was given again before */
    static DisputeWon book(ReportDisputeWon fact, ChargedBack taken, Money before, Sides sides, Instant at) {
        var shares = Shares.of(fact.amount(), taken, before, sides, at);
        var available = sides.wallet() instanceof Wallet.Open open
                ? open.available(fact.amount().currency(), at).plus(shares.cash)
                : null;
        return new DisputeWon(
                fact.ledger(),
                fact.chargeback(),
                taken.dispute(),
                fact.amount(),
                shares.received,
                shares.recovered,
                lot(sides.topUp(), shares.cash),
                shares.unclaimed,
                shares.explained,
                available,
                entry(taken.dispute(), fact.amount(), shares));
    }

    /** A cash lot is named by its top-up, and as old as its money. */
    private static @Nullable Lot lot(TopUp topUp, Money cash) {
        return cash.isPositive() && topUp instanceof TopUp.Known it
                ? Lot.cash(LotId.of(it.request().topUp()), cash, it.lotSince())
                : null;
    }

    private static JournalEntry entry(Dispute dispute, Money amount, Shares shares) {
        var booking = new Booking()
                .debit(new ProcessorClearing(dispute.processor()), amount)
                .credit(new Unexplained(dispute.processor()), shares.explained)
                .credit(new BadDebt(), shares.recovered)
                .credit(new Unclaimed(), shares.unclaimed);
        var wallet = dispute.wallet();
        if (wallet != null) {
            booking.credit(new ReceivableChargebacks(wallet), shares.received)
                    .credit(new WalletFunds(wallet, LotKind.CASH, Availability.AVAILABLE), shares.cash);
        }
        return booking.entry();
    }

    /** Who gets what of it; together they are all of it. */
    private record Shares(Money explained, Money received, Money recovered, Money cash, Money unclaimed) {
        static Shares of(Money amount, ChargedBack taken, Money before, Sides sides, Instant at) {
            var undone = same(taken.dispute().amount().minus(before), amount).atMost(amount);
            var unexplained = taken.unexplained().minus(taken.unexplained().atMost(before));
            var explained = same(unexplained, amount).atMost(undone);
            return of(amount.minus(undone), explained, undone.minus(explained), sides, at);
        }

        private static Shares of(Money excess, Money explained, Money members, Sides sides, Instant at) {
            var receivable = receivable(sides.wallet(), members);
            var rest = members;
            var received = receivable.owed().atMost(rest);
            rest = rest.minus(received);
            var recovered = receivable.writtenOff().atMost(rest);
            rest = rest.minus(recovered);
            // What the member's cash, of whatever top-up, has paid is cash again, also before this one's success.
            var toWallet = sides.topUp() instanceof TopUp.Known topUp
                    && isOf(topUp, rest.currency())
                    && sides.wallet() instanceof Wallet.Open open
                    && open.canCount(rest, at);
            return toWallet
                    ? new Shares(explained, received, recovered, rest, excess)
                    : new Shares(explained, received, recovered, Money.zero(rest.currency()), excess.plus(rest));
        }

        /** Money that no wallet ever got is nobody's, and a lot is of the currency that its top-up is of. */
        private static boolean isOf(TopUp.Known topUp, Currency currency) {
            return switch (topUp) {
                case TopUp.Succeeded it -> it.success().amount().currency() == currency;
                case TopUp.Requested it -> it.request().amount().currency() == currency;
                case TopUp.Failed it -> it.request().amount().currency() == currency;
                case TopUp.Unclaimed _ -> false;
            };
        }

        private static Receivable receivable(Wallet wallet, Money amount) {
            return switch (wallet) {
                case Wallet.Open open -> open.receivable(amount.currency());
                case Wallet.Closed closed -> closed.receivable(amount.currency());
                case Wallet.Unborn _, Wallet.Erased _ -> Receivable.none(amount.currency());
            };
        }

        private static Money same(Money money, Money as) {
            return money.currency() == as.currency() ? money : Money.zero(as.currency());
        }
    }
}
