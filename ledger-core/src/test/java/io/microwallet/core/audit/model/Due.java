package io.microwallet.core.audit.model;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What time alone does: told before anything that is accepted of the wallet. */
final class Due {
    private final Tables t;
    private final Purse purse;

    Due(Tables tables) {
        t = tables;
        purse = new Purse(tables);
    }

    /** Books what is due in a wallet by then. */
    List<Told> settle(WalletId wallet, Instant at) {
        var told = new ArrayList<Told>();
        var row = t.wallets.get(wallet);
        if (row == null || row.closed) {
            return told;
        }
        for (var hold : purse.lapsed(wallet, at)) {
            told.add(lapse(hold, at));
        }
        expireLots(wallet, at, told);
        t.memberships.values().stream()
                .filter(it -> it.wallet.equals(wallet) && it.runs && !it.periodEnds.isAfter(at))
                .forEach(it -> told.add(periodEnded(it, it.periodEnds)));
        return told;
    }

    /** What is left of the price is earned. */
    Told periodEnded(Rows.Membership membership, @Nullable Instant due) {
        membership.runs = false;
        var earned = membership.deferred;
        membership.deferred = 0;
        var currency = t.plans.get(membership.plan).terms.price().currency();
        var entry = new Entry().debit(Chart.DEFERRED, earned, currency).credit(Chart.MEMBERSHIPS, earned, currency);
        return Told.of("MembershipPeriodEnded")
                .with("membership", membership.id)
                .with("wallet", membership.wallet)
                .with("earned", new Money(earned, currency))
                .with("due", due)
                .with("journalEntry", earned == 0 ? null : t.post(entry));
    }

    private Told lapse(Rows.Hold hold, Instant at) {
        hold.status = "expired";
        return letGo(hold, "HoldExpired", at);
    }

    /** All that a hold still has goes back to its lots, or breaks where the lot has expired by now. */
    Told letGo(Rows.Hold hold, String event, Instant at) {
        var amount = hold.left();
        var currency = hold.parts.getFirst().lot.currency;
        var entry = new Entry();
        var returned = new ArrayList<Rows.Part>();
        var broken = new ArrayList<Rows.Part>();
        release(hold, entry, returned, broken, at);
        return Told.of(event)
                .with("hold", hold.id)
                .with("wallet", hold.wallet)
                .with("drop", hold.drop)
                .with("amount", new Money(amount, currency))
                .with("available", purse.spendableMoney(hold.wallet, currency, at))
                .with("returned", returned)
                .with("broken", broken)
                .with("expires", hold.expires)
                .with("journalEntry", t.post(entry));
    }

    void release(Rows.Hold hold, Entry entry, List<Rows.Part> returned, List<Rows.Part> broken, Instant at) {
        for (var part : Purse.inOrder(hold.parts)) {
            entry.debit(Chart.held(hold.wallet, part.lot.cash), part.amount, part.lot.currency);
            if (part.lot.expired(at)) {
                entry.credit(payer(part.lot.funder), part.amount, part.lot.currency);
                broken.add(part);
            } else {
                entry.credit(Chart.available(hold.wallet, part.lot.cash), part.amount, part.lot.currency);
                part.lot.free += part.amount;
                returned.add(part);
            }
        }
        hold.parts = new ArrayList<>();
    }

    private void expireLots(WalletId wallet, Instant at, List<Told> told) {
        var gone = new ArrayList<Rows.Part>();
        for (var lot : t.lots) {
            if (lot.wallet.equals(wallet) && lot.free > 0 && lot.expired(at)) {
                gone.add(lot.part(lot.free));
            }
        }
        var left = Purse.inOrder(gone);
        while (!left.isEmpty()) {
            var first = left.getFirst().lot;
            var together = left.stream()
                    .filter(part -> part.lot.currency.equals(first.currency) && part.lot.expires.equals(first.expires))
                    .toList();
            left.removeAll(together);
            told.add(expire(wallet, together, first.currency, at));
        }
    }

    private Told expire(WalletId wallet, List<Rows.Part> parts, Currency currency, Instant at) {
        var entry = new Entry();
        for (var part : parts) {
            part.lot.free = 0;
            entry.debit(Chart.available(wallet, part.lot.cash), part.amount, currency);
            entry.credit(payer(part.lot.funder), part.amount, currency);
        }
        return Told.of("CreditExpired")
                .with("wallet", wallet)
                .with("amount", new Money(Purse.sum(parts), currency))
                .with("lots", parts)
                .with("available", purse.spendableMoney(wallet, currency, at))
                .with("journalEntry", t.post(entry));
    }

    /** Paid credit is breakage; any other goes back to who gave it. */
    static String payer(Funder funder) {
        return switch (funder.kind()) {
            case PLAN -> Chart.BREAKAGE;
            case LEDGER -> Chart.PROMOTIONS;
            case MERCHANT -> Chart.payable(funder.merchant());
        };
    }
}
