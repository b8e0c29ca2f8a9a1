package io.microwallet.core.audit.model;

import io.microwallet.core.chargeback.ChargebackCommand.CollectReceivable;
import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What members owe: collected from their cash, or given up. */
final class Receivables {
    private final Tables t;
    private final Purse purse;
    private final Due due;

    Receivables(Tables tables) {
        t = tables;
        purse = new Purse(tables);
        due = new Due(tables);
    }

    private @Nullable String absence(WalletId wallet, LedgerId ledger) {
        var row = t.wallet(wallet, ledger);
        if (row == null) {
            return "WALLET_NOT_FOUND";
        }
        return row.erased ? "WALLET_ERASED" : null;
    }

    /** What is owed in that currency, or in each where none is named. */
    private List<Money> owed(WalletId wallet, @Nullable Money amount) {
        var owed = new ArrayList<Money>();
        for (var line : t.owing) {
            var currency = Currency.of(line.substring(line.length() - 3));
            var some = line.startsWith(Chart.receivable(wallet)) ? t.owed(wallet, currency) : 0;
            if (some > 0 && (amount == null || amount.currency().equals(currency))) {
                owed.add(new Money(some, currency));
            }
        }
        return owed;
    }

    Answer collect(CollectReceivable c, Instant at) {
        var absence = absence(c.wallet(), c.ledger());
        if (absence != null) {
            return Answer.absent(absence);
        }
        if (t.wallets.get(c.wallet()).closed) {
            return Answer.refused("WALLET_CLOSED");
        }
        var owed = owed(c.wallet(), c.amount());
        if (owed.isEmpty()) {
            return Answer.refused("NO_RECEIVABLE");
        }
        if (c.amount() != null && c.amount().amount() > owed.getFirst().amount()) {
            return Answer.refused("RECEIVABLE_EXCEEDED");
        }
        var wanted = new ArrayList<Money>();
        for (var some : owed) {
            var cash = purse.cash(c.wallet(), some.currency(), at);
            var all = c.amount() == null
                    ? Math.min(cash, some.amount())
                    : c.amount().amount();
            if (all > 0 && all <= cash) {
                wanted.add(new Money(all, some.currency()));
            }
        }
        if (wanted.isEmpty()) {
            return Answer.refused("NO_CASH_TO_COLLECT");
        }
        var told = due.settle(c.wallet(), at);
        wanted.forEach(amount -> told.add(collected(c, amount, at)));
        return Answer.accepted(told);
    }

    private Told collected(CollectReceivable c, Money amount, Instant at) {
        var lots = purse.takeCash(c.wallet(), null, amount.amount(), amount.currency());
        var entry = new Entry()
                .debit(Chart.available(c.wallet(), true), amount.amount(), amount.currency())
                .credit(Chart.receivable(c.wallet()), amount.amount(), amount.currency());
        return Told.of("ReceivableCollected")
                .with("amount", amount)
                .with("lots", lots)
                .with("available", purse.spendableMoney(c.wallet(), amount.currency(), at))
                .with("journalEntry", t.post(entry));
    }

    Answer writeOff(WriteOffReceivable c, Instant at) {
        var absence = absence(c.wallet(), c.ledger());
        if (absence != null) {
            return Answer.absent(absence);
        }
        var owed = owed(c.wallet(), c.amount());
        if (owed.isEmpty()) {
            return Answer.refused("NO_RECEIVABLE");
        }
        if (c.amount() != null && c.amount().amount() > owed.getFirst().amount()) {
            return Answer.refused("RECEIVABLE_EXCEEDED");
        }
        var told = due.settle(c.wallet(), at);
        owed.forEach(some -> told.add(writtenOff(c, c.amount() == null ? some : c.amount())));
        return Answer.accepted(told);
    }

    private Told writtenOff(WriteOffReceivable c, Money amount) {
        t.writtenOff.merge(c.wallet() + " " + amount.currency(), amount.amount(), Long::sum);
        var entry = new Entry()
                .debit(Chart.BAD_DEBT, amount.amount(), amount.currency())
                .credit(Chart.receivable(c.wallet()), amount.amount(), amount.currency());
        return Told.of("ReceivableWrittenOff").with("amount", amount).with("journalEntry", t.post(entry));
    }
}
