package io.microwallet.core.audit.model;

import io.microwallet.core.chargeback.ChargebackCommand;
import io.microwallet.core.chargeback.ChargebackCommand.CollectReceivable;
import io.microwallet.core.chargeback.ChargebackCommand.ReportChargeback;
import io.microwallet.core.chargeback.ChargebackCommand.ReportDisputeWon;
import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What processors take back, what comes back of it, and what members owe meanwhile. */
final class Chargebacks {
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

    private Rows.Dispute known(io.microwallet.core.chargeback.ChargebackId id, Dispute said) {
        return t.disputes.computeIfAbsent(id, _ -> {
            var row = new Rows.Dispute();
            row.topUp = said.topUp();
            row.currency = said.amount().currency();
            return row;
        });
    }

    /** The wallet that it is about, as far as there is one. */
    private Rows.Wallet wallet(LedgerId ledger, Dispute said) {
        return said.wallet() == null ? null : t.wallet(said.wallet(), ledger);
    }

    private Answer chargedBack(ReportChargeback c, Instant at) {
        var row = known(c.chargeback(), c.dispute());
        if (row.chargedBack) {
            return new Answer.Known();
        }
        return Answer.accepted(due(c.dispute(), at), chargedBack(row, c.ledger(), c.dispute(), at));
    }

    private List<Told> due(Dispute said, Instant at) {
        return said.wallet() == null ? new ArrayList<>() : due.settle(said.wallet(), at);
    }

    private Told chargedBack(Rows.Dispute row, LedgerId ledger, Dispute said, Instant at) {
        var wallet = wallet(ledger, said);
        row.chargedBack = true;
        row.taken = said.amount().amount();
        var currency = row.currency;
        var entry = taken(said);
        var none = wallet == null || wallet.erased;
        var open = !none && !wallet.closed;
        var lots = open
                ? purse.takeCash(said.wallet(), new LotId(said.topUp().value()), row.taken, currency)
                : List.<Rows.Part>of();
        var rest = row.taken - Purse.sum(lots);
        if (none) {
            row.unexplained = rest;
            entry.debit(Chart.unexplained(said.processor()), rest, currency);
        } else {
            entry.debit(Chart.available(said.wallet(), true), Purse.sum(lots), currency);
            entry.debit(Chart.receivable(said.wallet()), rest, currency);
        }
        return Told.of("ChargedBack")
                        .with("lots", lots)
                        .with("owed", new Money(none ? 0 : rest, currency))
                        .with("unclaimed", new Money(0, currency))
                        .with("unexplained", new Money(none ? rest : 0, currency))
                        .with("available", open ? purse.spendableMoney(said.wallet(), currency, at) : null)
                        .with("journalEntry", t.post(entry));
    }

    private static Entry taken(Dispute said) {
        var clearing = Chart.clearing(said.processor());
        var entry = new Entry().credit(clearing, said.amount().amount(), said.amount().currency());
        if (said.fee() != null) {
            entry.credit(clearing, said.fee().amount(), said.fee().currency());
            entry.debit(Chart.fees(said.processor()), said.fee().amount(), said.fee().currency());
        }
        return entry;
    }

    private Answer won(ReportDisputeWon c, Instant at) {
        var row = known(c.chargeback(), c.dispute());
        if (row.wonIt) {
            return new Answer.Known();
        }
        var said = c.dispute();
        var wallet = wallet(c.ledger(), said);
        var told = due(said, at);
        if (!row.chargedBack) {
            told.add(chargedBack(row, c.ledger(), said, at));
        }
        row.wonIt = true;
        row.won = c.amount().amount();
        var currency = c.amount().currency();
        var left = row.won;
        var entry = new Entry().debit(Chart.clearing(said.processor()), left, currency);
        var explained = Math.min(left, row.unexplained);
        entry.credit(Chart.unexplained(said.processor()), explained, currency);
        left -= explained;
        var received = wallet == null ? 0 : Math.min(left, t.owed(said.wallet(), currency));
        if (received > 0) {
            entry.credit(Chart.receivable(said.wallet()), received, currency);
        }
        left -= received;
        var line = said.wallet() + " " + currency;
        var recovered = wallet == null ? 0 : Math.min(left, t.writtenOff.getOrDefault(line, 0L));
        t.writtenOff.merge(line, -recovered, Long::sum);
        entry.credit(Chart.BAD_DEBT, recovered, currency);
        left -= recovered;
        var open = wallet != null && !wallet.closed;
        Rows.Part lot = null;
        if (open && left > 0) {
            lot = purse.cashLot(said.wallet(), new LotId(said.topUp().value()), currency, at).part(left);
            lot.lot.free += left;
            entry.credit(Chart.available(said.wallet(), true), left, currency);
            left = 0;
        }
        entry.credit(Chart.UNCLAIMED, left, currency);
        return Answer.accepted(
                told,
                Told.of("DisputeWon")
                        .with("received", new Money(received, currency))
                        .with("recovered", new Money(recovered, currency))
                        .with("lot", lot)
                        .with("unclaimed", new Money(left, currency))
                        .with("explained", new Money(explained, currency))
                        .with("available", open ? purse.spendableMoney(said.wallet(), currency, at) : null)
                        .with("journalEntry", t.post(entry)));
    }
}
