package io.microwallet.core.audit.model;

import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundCommand.ReportRefundFailed;
import io.microwallet.core.refund.RefundCommand.ReportRefundSettled;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.List;

/** What processors say of refunds: each of their two words once, in either order. */
final class RefundReports {
    private static final List<Rows.Part> NOTHING = List.of();

    private final Tables t;
    private final Purse purse;
    private final Due due;

    RefundReports(Tables tables) {
        t = tables;
        purse = new Purse(tables);
        due = new Due(tables);
    }

    private Rows.SentBack part(RefundId refund, WalletId wallet, TopUpId topUp) {
        for (var back : t.sentBack) {
            if (back.refund.equals(refund) && back.wallet.equals(wallet) && back.topUp.id.equals(topUp)) {
                return back;
            }
        }
        return null;
    }

    private boolean closed(WalletId wallet) {
        return t.wallets.get(wallet).closed;
    }

    Answer settled(ReportRefundSettled c, Instant at) {
        var back = part(c.refund(), c.wallet(), c.topUp());
        if (back == null) {
            return Answer.absent("REFUND_NOT_FOUND");
        }
        if (back.settled) {
            return new Answer.Known();
        }
        back.settled = true;
        return back.failed ? settledAfterAll(back, at) : settled(back, at);
    }

    private Answer settled(Rows.SentBack back, Instant at) {
        var told = due.settle(back.wallet, at);
        var currency = back.part.lot.currency;
        var entry = new Entry()
                .debit(Chart.refundsInFlight(back.topUp.processor), back.part.amount, currency)
                .credit(Chart.clearing(back.topUp.processor), back.part.amount, currency);
        return Answer.accepted(
                told,
                Told.of("RefundSettled")
                        .with("amount", new Money(back.part.amount, currency))
                        .with("journalEntry", t.post(entry)));
    }

    /** The wallet has it, or had it: it gives what cash it has, that lot's first, and owes the rest. */
    private Answer settledAfterAll(Rows.SentBack back, Instant at) {
        var told = due.settle(back.wallet, at);
        back.out = true;
        var currency = back.part.lot.currency;
        var entry = new Entry().credit(Chart.clearing(back.topUp.processor), back.part.amount, currency);
        var open = !closed(back.wallet);
        var unclaimed = back.unclaimed ? back.part.amount : 0;
        entry.debit(Chart.UNCLAIMED, unclaimed, currency);
        var missing = back.part.amount - unclaimed;
        var taken = open ? purse.takeCash(back.wallet, back.part.lot.id, missing, currency) : NOTHING;
        entry.debit(Chart.available(back.wallet, true), Purse.sum(taken), currency);
        var owed = missing - Purse.sum(taken);
        var nobody = t.wallets.get(back.wallet).erased;
        entry.debit(nobody ? Chart.unexplained(back.topUp.processor) : Chart.receivable(back.wallet), owed, currency);
        return Answer.accepted(
                told,
                Told.of("RefundSettledAfterFailed")
                        .with("amount", new Money(back.part.amount, currency))
                        .with("lots", taken)
                        .with("owed", new Money(nobody ? 0 : owed, currency))
                        .with("available", open ? purse.spendableMoney(back.wallet, currency, at) : null)
                        .with("journalEntry", t.post(entry)));
    }

    Answer failed(ReportRefundFailed c, Instant at) {
        var back = part(c.refund(), c.wallet(), c.topUp());
        if (back == null) {
            return Answer.absent("REFUND_NOT_FOUND");
        }
        if (back.failed) {
            return new Answer.Known();
        }
        back.failed = true;
        back.out = false;
        var told = due.settle(back.wallet, at);
        var currency = back.part.lot.currency;
        var from = back.settled ? Chart.clearing(back.topUp.processor) : Chart.refundsInFlight(back.topUp.processor);
        var entry = new Entry().debit(from, back.part.amount, currency);
        return Answer.accepted(told, fits(back, at) ? backInTheWallet(back, entry, at) : unclaimed(back, entry));
    }

    private boolean fits(Rows.SentBack back, Instant at) {
        var available = purse.spendable(back.wallet, back.part.lot.currency, at);
        return !closed(back.wallet) && available + back.part.amount <= Money.AMOUNT_MAX;
    }

    private Told unclaimed(Rows.SentBack back, Entry entry) {
        back.unclaimed = true;
        entry.credit(Chart.UNCLAIMED, back.part.amount, back.part.lot.currency);
        return Told.of("RefundUnclaimed")
                .with("amount", new Money(back.part.amount, back.part.lot.currency))
                .with("journalEntry", t.post(entry));
    }

    private Told backInTheWallet(Rows.SentBack back, Entry entry, Instant at) {
        back.part.lot.free += back.part.amount;
        entry.credit(Chart.available(back.wallet, true), back.part.amount, back.part.lot.currency);
        return Told.of("RefundFailed")
                .with("lot", back.part)
                .with("available", purse.spendableMoney(back.wallet, back.part.lot.currency, at))
                .with("journalEntry", t.post(entry));
    }
}
