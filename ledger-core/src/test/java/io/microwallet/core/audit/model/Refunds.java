package io.microwallet.core.audit.model;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundCommand;
import io.microwallet.core.refund.RefundCommand.RefundPurchase;
import io.microwallet.core.refund.RefundCommand.ReportRefundFailed;
import io.microwallet.core.refund.RefundCommand.ReportRefundSettled;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundTarget;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is given back, to the wallet or to the cards that it came from. */
final class Refunds {
    private final Tables t;
    private final Purse purse;
    private final Due due;
    private final Sales sales;
    private final RefundReports reports;

    Refunds(Tables tables, Sales sales) {
        t = tables;
        purse = new Purse(tables);
        due = new Due(tables);
        this.sales = sales;
        reports = new RefundReports(tables);
    }

    Answer answer(RefundCommand command, Instant at) {
        return switch (command) {
            case RefundPurchase c -> refund(c, at);
            case ReturnUnspent c -> returnUnspent(c, at);
            case ReportRefundSettled c -> reports.settled(c, at);
            case ReportRefundFailed c -> reports.failed(c, at);
        };
    }

    private Answer refund(RefundPurchase c, Instant at) {
        var wallet = t.wallet(c.wallet(), c.ledger());
        if (wallet == null) {
            return Answer.absent("WALLET_NOT_FOUND");
        }
        if (wallet.erased) {
            return Answer.absent("WALLET_ERASED");
        }
        var sale = t.sales.get(c.purchase());
        if (sale == null || !sale.wallet.equals(c.wallet())) {
            return Answer.absent("PURCHASE_NOT_FOUND");
        }
        var refusal = refusal(wallet, sale, c, at);
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        var undone = undone(sale, amount(sale, c));
        return c.to() == RefundTarget.SOURCE && exhausted(undone, c)
                ? Answer.refused("SOURCE_EXHAUSTED")
                : refunded(sale, undone, c, at);
    }

    private String refusal(Rows.Wallet wallet, Rows.Sale sale, RefundPurchase c, Instant at) {
        if (t.refunds.contains(c.refund())) {
            return "REFUND_ALREADY_EXISTS";
        }
        if (wallet.closed) {
            return "WALLET_CLOSED";
        }
        var effective = TopUps.effective(c.effective(), at);
        if (effective != null) {
            return effective;
        }
        if (c.effective() != null && c.effective().isBefore(sale.happened)) {
            return "EFFECTIVE_BEFORE_PURCHASE";
        }
        if (c.amount() != null && !c.amount().currency().equals(sale.currency)) {
            return "REFUND_CURRENCY_DIFFERS";
        }
        if (sale.kept() == 0) {
            return "PURCHASE_ALREADY_REFUNDED";
        }
        return amount(sale, c) > sale.kept() ? "REFUND_EXCEEDS_PURCHASE" : null;
    }

    private static long amount(Rows.Sale sale, RefundPurchase c) {
        return c.amount() == null ? sale.kept() : c.amount().amount();
    }

    /** The last of what was paid and not given back yet, in burn-down order. */
    private static List<Rows.Part> undone(Rows.Sale sale, long amount) {
        var kept = new ArrayList<Rows.Part>();
        for (var paid : sale.paid) {
            var known = kept.stream().filter(part -> part.lot == paid.lot).findFirst();
            known.ifPresentOrElse(part -> part.amount += paid.amount, () -> kept.add(paid.lot.part(paid.amount)));
        }
        for (var gone : sale.undone) {
            kept.stream().filter(part -> part.lot == gone.lot).forEach(part -> part.amount -= gone.amount);
        }
        var undone = new ArrayList<Rows.Part>();
        var missing = amount;
        for (var part : Purse.inOrder(kept).reversed()) {
            var some = Math.min(missing, part.amount);
            missing -= some;
            if (some > 0) {
                undone.addFirst(part.lot.part(some));
            }
        }
        return undone;
    }

    /** Also where another card has paid for it since the refund was prepared. */
    private boolean exhausted(List<Rows.Part> undone, RefundPurchase c) {
        return undone.stream()
                .filter(part -> part.lot.cash)
                .anyMatch(part ->
                        part.amount > left(part.lot) || !c.sources().contains(new TopUpId(part.lot.id.value())));
    }

    /** What a card could still be given back: what it brought in less what was taken back already. */
    private long left(Rows.Lot lot) {
        var topUp = t.topUps.get(new TopUpId(lot.id.value()));
        var came = topUp.status.equals("came") && topUp.cameIn.equals(lot.currency);
        return came ? left(t, topUp) : 0;
    }

    static long left(Tables t, Rows.TopUp topUp) {
        return left(t, topUp, topUp.came, topUp.cameIn);
    }

    static long left(Tables t, Rows.TopUp topUp, long all, Currency currency) {
        var left = all;
        for (var back : t.sentBack) {
            left -= back.topUp == topUp && back.out ? back.part.amount : 0;
        }
        for (var dispute : t.disputes.values()) {
            var ofIt = topUp.id.equals(dispute.topUp) && currency.equals(dispute.currency);
            left -= ofIt ? dispute.taken - dispute.won : 0;
        }
        return Math.max(0, left);
    }

    private Answer refunded(Rows.Sale sale, List<Rows.Part> undone, RefundPurchase c, Instant at) {
        var told = due.settle(c.wallet(), at);
        t.refunds.add(c.refund());
        var before = sale.kept();
        sale.undone.addAll(undone);
        var entry = new Entry();
        var commission = -sales.credit(sale, before, entry);
        var returned = new ArrayList<Rows.Part>();
        var parts = new ArrayList<Rows.SentBack>();
        for (var part : undone) {
            if (part.lot.cash && c.to() == RefundTarget.SOURCE) {
                parts.add(sendBack(c.refund(), c.ledger(), part, entry));
            } else {
                returned.add(giveBack(part, c.refund(), entry, at));
            }
        }
        return Answer.accepted(
                told,
                Told.of("PurchaseRefunded")
                        .with("amount", new Money(Purse.sum(undone), sale.currency))
                        .with("commission", new Money(commission, sale.currency))
                        .with("undone", undone)
                        .with("returned", returned)
                        .with("parts", parts)
                        .with("available", purse.spendableMoney(c.wallet(), sale.currency, at))
                        .with("popUp", sale.popUp)
                        .with("journalEntry", t.post(entry)));
    }

    private Rows.SentBack sendBack(RefundId refund, LedgerId ledger, Rows.Part part, Entry entry) {
        var back = new Rows.SentBack();
        back.refund = refund;
        back.ledger = ledger;
        back.wallet = part.lot.wallet;
        back.topUp = t.topUps.get(new TopUpId(part.lot.id.value()));
        back.part = part;
        t.sentBack.add(back);
        entry.credit(Chart.refundsInFlight(back.topUp.processor), part.amount, part.lot.currency);
        return back;
    }

    /** Into its own lot; into a new one with the ledger's grace where that has expired. */
    private Rows.Part giveBack(Rows.Part part, RefundId refund, Entry entry, Instant at) {
        var lot = part.lot.expired(at) ? graceLot(part.lot, refund, at) : part.lot;
        lot.free += part.amount;
        entry.credit(Chart.available(lot.wallet, lot.cash), part.amount, lot.currency);
        return lot.part(part.amount);
    }

    private Rows.Lot graceLot(Rows.Lot expired, RefundId refund, Instant at) {
        var lot = new Rows.Lot();
        lot.id = new LotId(Derived.id("lot", refund.text(), expired.id.text()));
        lot.wallet = expired.wallet;
        lot.currency = expired.currency;
        lot.funder = expired.funder;
        lot.since = at;
        lot.expires = at.plus(
                Duration.ofDays(t.limits(t.wallets.get(expired.wallet).ledger).refundGraceDays()));
        t.lots.add(lot);
        return lot;
    }

    private Answer returnUnspent(ReturnUnspent c, Instant at) {
        var wallet = t.wallet(c.wallet(), c.ledger());
        if (wallet == null) {
            return Answer.absent("WALLET_NOT_FOUND");
        }
        if (wallet.erased) {
            return Answer.absent("WALLET_ERASED");
        }
        if (t.refunds.contains(c.refund())) {
            return Answer.refused("REFUND_ALREADY_EXISTS");
        }
        if (wallet.closed) {
            return Answer.refused("WALLET_CLOSED");
        }
        if (t.frozen(c.wallet())) {
            return Answer.refused("WALLET_FROZEN");
        }
        var unspent = unspent(c, at);
        return unspent.isEmpty() ? Answer.refused("NOTHING_TO_RETURN") : returned(c, unspent, at);
    }

    private List<Rows.Part> unspent(ReturnUnspent c, Instant at) {
        var unspent = new ArrayList<Rows.Part>();
        for (var lot : t.lots) {
            var free = lot.free + inLapsedHolds(lot, at);
            if (lot.wallet.equals(c.wallet()) && lot.cash && isMeant(c, new TopUpId(lot.id.value()))) {
                var some = Math.min(free, left(lot));
                if (some > 0) {
                    unspent.add(lot.part(some));
                }
            }
        }
        return Purse.inOrder(unspent);
    }

    private boolean isMeant(ReturnUnspent c, TopUpId topUp) {
        return c.sources().contains(topUp) && (c.popUp() == null || c.popUp().equals(t.topUps.get(topUp).popUp));
    }

    private long inLapsedHolds(Rows.Lot lot, Instant at) {
        return purse.lapsed(lot.wallet, at).stream()
                .flatMap(hold -> hold.parts.stream())
                .filter(part -> part.lot == lot)
                .mapToLong(part -> part.amount)
                .sum();
    }

    private Answer returned(ReturnUnspent c, List<Rows.Part> unspent, Instant at) {
        var told = due.settle(c.wallet(), at);
        t.refunds.add(c.refund());
        for (var currency : currencies(c.wallet())) {
            var parts = unspent.stream()
                    .filter(part -> part.lot.currency.equals(currency))
                    .toList();
            if (!parts.isEmpty()) {
                told.add(returned(c, parts, currency, at));
            }
        }
        return Answer.accepted(told);
    }

    /** In the order in which the wallet would spend them. */
    private Set<Currency> currencies(WalletId wallet) {
        var all = new ArrayList<Rows.Part>();
        t.lots.stream()
                .filter(lot -> lot.wallet.equals(wallet) && lot.free > 0)
                .forEach(lot -> all.add(lot.part(lot.free)));
        var currencies = new LinkedHashSet<Currency>();
        Purse.inOrder(all).forEach(part -> currencies.add(part.lot.currency));
        return currencies;
    }

    private Told returned(ReturnUnspent c, List<Rows.Part> parts, Currency currency, Instant at) {
        var entry = new Entry();
        var back = new ArrayList<Rows.SentBack>();
        for (var part : parts) {
            part.lot.free -= part.amount;
            entry.debit(Chart.available(c.wallet(), true), part.amount, currency);
            back.add(sendBack(c.refund(), c.ledger(), part, entry));
        }
        return Told.of("UnspentReturned")
                .with("amount", new Money(Purse.sum(parts), currency))
                .with("parts", back)
                .with("available", purse.spendableMoney(c.wallet(), currency, at))
                .with("journalEntry", t.post(entry));
    }
}
