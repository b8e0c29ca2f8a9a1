package io.microwallet.core.audit.model;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Credits that memberships give: out of what is left of the price as far as that goes, the rest as a present. */
final class Rewards {
    private final Tables t;
    private final Purse purse;

    Rewards(Tables tables) {
        t = tables;
        purse = new Purse(tables);
    }

    /** A member was at a pop-up; what that earns is told after it. */
    void visit(WalletId wallet, PopUpId popUp, List<Told> told, Instant at) {
        if (popUp == null) {
            return;
        }
        for (var membership : t.memberships.values()) {
            if (membership.wallet.equals(wallet) && membership.runs) {
                visit(membership, popUp);
            }
        }
        for (var membership : t.memberships.values()) {
            if (membership.wallet.equals(wallet) && membership.runs) {
                reward(membership, told, at);
            }
        }
    }

    private void visit(Rows.Membership membership, PopUpId popUp) {
        membership.visited.add(popUp);
    }

    private void reward(Rows.Membership membership, List<Told> told, Instant at) {
        var cliffs = t.plans.get(membership.plan).terms.benefits().cliffs();
        while (membership.rewarded < cliffs.size()
                && cliffs.get(membership.rewarded).popUps() <= membership.visited.size()
                && fits(membership, cliffs.get(membership.rewarded).credit(), at)) {
            var cliff = cliffs.get(membership.rewarded++);
            told.add(give(membership, "AttendanceRewarded", cliff.credit(), cliff.lifetimeDays(), cliff.popUps(), at)
                    .with("popUps", cliff.popUps()));
        }
    }

    /** What is given beyond what is left of the price is a lot of its own. */
    private boolean fits(Rows.Membership membership, Money credit, Instant at) {
        var paid = Math.min(membership.deferred, credit.amount());
        var lots = (paid > 0 ? 1 : 0) + (credit.amount() > paid ? 1 : 0);
        var limits = t.limits(membership.ledger);
        return purse.mayHave(membership.wallet, credit.amount(), credit.currency(), limits, at)
                && purse.hasRoom(membership.wallet, lots, limits.openLots(), at);
    }

    Told give(Rows.Membership membership, String event, Money credit, int days, long number, Instant at) {
        var currency = credit.currency();
        var paid = Math.min(membership.deferred, credit.amount());
        membership.deferred -= paid;
        var entry = new Entry()
                .debit(Chart.DEFERRED, paid, currency)
                .debit(Chart.PROMOTIONS, credit.amount() - paid, currency)
                .credit(Chart.available(membership.wallet, false), credit.amount(), currency);
        var expires = at.plus(Duration.ofDays(days));
        var lots = new ArrayList<Rows.Part>();
        add(lots, membership, number, 0, paid, currency, at, expires);
        add(lots, membership, number, 1, credit.amount() - paid, currency, at, expires);
        return Told.of(event)
                .with("membership", membership.id)
                .with("wallet", membership.wallet)
                .with("amount", credit)
                .with("available", purse.spendableMoney(membership.wallet, currency, at))
                .with("lots", Purse.inOrder(lots))
                .with("journalEntry", t.post(entry));
    }

    private void add(
            List<Rows.Part> lots,
            Rows.Membership membership,
            long number,
            int part,
            long amount,
            Currency currency,
            Instant at,
            Instant expires) {
        if (amount > 0) {
            var id = new LotId(Derived.credit(membership.id.value(), number, part));
            var funder = new Funder(part == 0 ? Funder.Kind.PLAN : Funder.Kind.LEDGER, null);
            lots.add(credit(membership.wallet, id, amount, currency, at, expires, funder));
        }
    }

    Rows.Part credit(
            WalletId wallet, LotId id, long amount, Currency currency, Instant at, Instant expires, Funder funder) {
        var lot = new Rows.Lot();
        lot.id = id;
        lot.wallet = wallet;
        lot.currency = currency;
        lot.since = at;
        lot.expires = expires;
        lot.funder = funder;
        lot.free = amount;
        t.lots.add(lot);
        return lot.part(amount);
    }
}
