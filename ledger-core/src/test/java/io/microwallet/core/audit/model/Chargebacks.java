package io.microwallet.core.audit.model;

import io.microwallet.core.chargeback.ChargebackCommand;
import io.microwallet.core.chargeback.ChargebackCommand.CollectReceivable;
import io.microwallet.core.chargeback.ChargebackCommand.ReportChargeback;
import io.microwallet.core.chargeback.ChargebackCommand.ReportDisputeWon;
import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.LotId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What processors take back, what comes back of it, and what members owe meanwhile. */
final class Chargebacks {
    private static final List<Rows.Part> NOTHING = List.of();

    private final Tables t;
    private final Purse purse;
    private final Due due;
    private final Receivables receivables;

    Chargebacks(Tables tables) {
        t = tables;
        purse = new Purse(tables);
        due = new Due(tables);
        receivables = new Receivables(tables);
    }

    Answer answer(ChargebackCommand command, Instant at) {
        return switch (command) {
            case ReportChargeback c -> chargedBack(c, at);
            case ReportDisputeWon c -> won(c, at);
            case CollectReceivable c -> receivables.collect(c, at);
            case WriteOffReceivable c -> receivables.writeOff(c, at);
        };
    }

    /** Whether it names a top-up that is not one of this wallet and ledger. */
    private boolean misses(LedgerId ledger, Dispute said) {
        var topUp = said.topUp() == null ? null : t.topUps.get(said.topUp());
        return said.topUp() != null
                && (topUp == null || !topUp.wallet.equals(said.wallet()) || t.wallet(said.wallet(), ledger) == null);
    }

    private Rows.Dispute known(ChargebackId id, Dispute said) {
        return t.disputes.computeIfAbsent(id, _ -> {
            var row = new Rows.Dispute();
            row.topUp = said.topUp();
            row.currency = said.amount().currency();
            return row;
        });
    }

    private List<Told> due(Dispute said, Instant at) {
        return said.wallet() == null ? new ArrayList<>() : due.settle(said.wallet(), at);
    }

    private Answer chargedBack(ReportChargeback c, Instant at) {
        if (misses(c.ledger(), c.dispute())) {
            return Answer.absent("TOP_UP_NOT_FOUND");
        }
        var row = known(c.chargeback(), c.dispute());
        if (row.booked == null) {
            return Answer.accepted(due(c.dispute(), at), chargedBack(row, c.dispute(), at));
        }
        return c.dispute().equals(row.booked) ? new Answer.Known() : otherwise(row, c.dispute(), null, at);
    }

    /** What is told otherwise is told on to finance, once for each of the last sixteen. */
    private Answer otherwise(Rows.Dispute row, Dispute told, Money won, Instant at) {
        var words = List.<Object>of(told, won == null ? "" : won);
        var last = row.otherwise.subList(Math.max(0, row.otherwise.size() - 16), row.otherwise.size());
        if (last.contains(words)) {
            return new Answer.Known();
        }
        row.otherwise.add(words);
        return Answer.accepted(
                due(told, at),
                Told.of("DisputeContradicted")
                        .with("booked", row.booked)
                        .with("told", told)
                        .with("won", won));
    }

    private static Entry taken(Dispute said) {
        var clearing = Chart.clearing(said.processor());
        var entry = new Entry()
                .credit(clearing, said.amount().amount(), said.amount().currency());
        if (said.fee() != null) {
            entry.credit(clearing, said.fee().amount(), said.fee().currency());
            entry.debit(
                    Chart.fees(said.processor()),
                    said.fee().amount(),
                    said.fee().currency());
        }
        return entry;
    }

    /** Nobody misses what nobody had claimed; then the wallet gives what it has, and its member owes the rest. */
    private Told chargedBack(Rows.Dispute row, Dispute said, Instant at) {
        var currency = row.currency;
        var entry = taken(said);
        var unclaimed = unclaimed(said);
        var above = above(said);
        row.booked = said;
        row.taken = said.amount().amount();
        var missing = row.taken - unclaimed;
        var wallet = said.wallet() == null ? null : t.wallets.get(said.wallet());
        var open = wallet != null && !wallet.closed;
        var lots = open ? purse.takeCash(said.wallet(), new LotId(said.topUp().value()), missing, currency) : NOTHING;
        missing -= Purse.sum(lots);
        var member = wallet != null && !wallet.erased;
        var owed = member ? Math.min(missing, Money.AMOUNT_MAX - t.owed(said.wallet(), currency)) : 0;
        row.unexplained = missing - owed;
        entry.debit(Chart.UNCLAIMED, unclaimed, currency);
        entry.debit(Chart.unexplained(said.processor()), row.unexplained, currency);
        if (member) {
            entry.debit(Chart.available(said.wallet(), true), Purse.sum(lots), currency);
            entry.debit(Chart.receivable(said.wallet()), owed, currency);
        }
        return Told.of("ChargedBack")
                .with("lots", lots)
                .with("owed", new Money(owed, currency))
                .with("unclaimed", new Money(unclaimed, currency))
                .with("unexplained", new Money(row.unexplained, currency))
                .with("aboveTopUp", above > 0 ? new Money(above, currency) : null)
                .with("available", open ? purse.spendableMoney(said.wallet(), currency, at) : null)
                .with("journalEntry", t.post(entry));
    }

    private long unclaimed(Dispute said) {
        var topUp = said.topUp() == null ? null : t.topUps.get(said.topUp());
        var waits = topUp != null
                && topUp.status.equals("unclaimed")
                && topUp.cameIn.equals(said.amount().currency());
        return waits ? Math.min(said.amount().amount(), Refunds.left(t, topUp)) : 0;
    }

    /** What is more than is left of what the top-up brought in, or was to bring in. */
    private long above(Dispute said) {
        var topUp = said.topUp() == null ? null : t.topUps.get(said.topUp());
        if (topUp == null) {
            return 0;
        }
        var currency = topUp.cameIn == null ? topUp.currency : topUp.cameIn;
        var all = topUp.cameIn == null ? topUp.asked : topUp.came;
        var left = currency.equals(said.amount().currency()) ? Refunds.left(t, topUp, all, currency) : 0;
        return said.amount().amount() - Math.min(said.amount().amount(), left);
    }

    private Answer won(ReportDisputeWon c, Instant at) {
        if (misses(c.ledger(), c.dispute())) {
            return Answer.absent("TOP_UP_NOT_FOUND");
        }
        var row = known(c.chargeback(), c.dispute());
        if (row.parts.contains(c.amount())) {
            return new Answer.Known();
        }
        if (!row.parts.isEmpty() && !isPart(row, c.amount())) {
            return otherwise(row, c.dispute(), c.amount(), at);
        }
        var told = due(c.dispute(), at);
        if (row.booked == null) {
            told.add(chargedBack(row, c.dispute(), at));
        }
        row.parts.add(c.amount());
        return Answer.accepted(told, won(row, c, at));
    }

    private static boolean isPart(Rows.Dispute row, Money more) {
        return row.parts.size() < 16 && more.currency().equals(row.currency) && row.won + more.amount() <= row.taken;
    }

    /** What nobody could explain, then what is owed, then what was given up, and what is left is the member's. */
    private Told won(Rows.Dispute row, ReportDisputeWon c, Instant at) {
        var said = c.dispute();
        var currency = c.amount().currency();
        var came = c.amount().amount();
        var entry = new Entry().debit(Chart.clearing(said.processor()), came, currency);
        var ours = currency.equals(row.currency) ? Math.min(came, row.taken - row.won) : 0;
        row.won += ours;
        var explained = Math.min(ours, row.unexplained);
        row.unexplained -= explained;
        entry.credit(Chart.unexplained(said.processor()), explained, currency);
        var left = ours - explained;
        var wallet = said.wallet() == null ? null : t.wallets.get(said.wallet());
        var member = wallet != null && !wallet.erased;
        var received = member ? Math.min(left, t.owed(said.wallet(), currency)) : 0;
        left -= received;
        var givenUp = said.wallet() + " " + currency;
        var recovered = member ? Math.min(left, t.writtenOff.getOrDefault(givenUp, 0L)) : 0;
        left -= recovered;
        t.writtenOff.merge(givenUp, -recovered, Long::sum);
        entry.credit(Chart.BAD_DEBT, recovered, currency);
        if (member) {
            entry.credit(Chart.receivable(said.wallet()), received, currency);
        }
        var open = wallet != null && !wallet.closed;
        var lot = open && left > 0 && fits(said, left, currency, at) ? back(said, left, currency, entry) : null;
        left = came - ours + (lot == null ? left : 0);
        entry.credit(Chart.UNCLAIMED, left, currency);
        return Told.of("DisputeWon")
                .with("dispute", row.booked)
                .with("received", new Money(received, currency))
                .with("recovered", new Money(recovered, currency))
                .with("lot", lot)
                .with("unclaimed", new Money(left, currency))
                .with("explained", new Money(explained, currency))
                .with("available", open ? purse.spendableMoney(said.wallet(), currency, at) : null)
                .with("journalEntry", t.post(entry));
    }

    /** Money that no wallet ever got is nobody's; what may still come is of the currency that was asked for. */
    private boolean fits(Dispute said, long left, Currency currency, Instant at) {
        var topUp = t.topUps.get(said.topUp());
        return !topUp.status.equals("unclaimed")
                && currency.equals(topUp.status.equals("came") ? topUp.cameIn : topUp.currency)
                && purse.spendable(said.wallet(), currency, at) + left <= Money.AMOUNT_MAX;
    }

    private Rows.Part back(Dispute said, long left, Currency currency, Entry entry) {
        var topUp = t.topUps.get(said.topUp());
        var part = purse.cashLot(said.wallet(), LotId.of(topUp.id), currency, topUp.askedAt)
                .part(left);
        part.lot.free += left;
        entry.credit(Chart.available(said.wallet(), true), left, part.lot.currency);
        return part;
    }
}
