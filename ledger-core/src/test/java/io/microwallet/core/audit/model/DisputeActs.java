package io.microwallet.core.audit.model;

import io.microwallet.core.chargeback.ChargebackCommand.CollectReceivable;
import io.microwallet.core.chargeback.ChargebackCommand.ReportChargeback;
import io.microwallet.core.chargeback.ChargebackCommand.ReportDisputeWon;
import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.decision.Command;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cardholders who dispute, and finance that runs after what they owe. */
final class DisputeActs implements Acts {
    private final Tables t;
    private final Dice dice;
    private final List<Said> disputes = new ArrayList<>();

    private record Said(LedgerId ledger, ChargebackId id, Dispute dispute) {}

    DisputeActs(Tables tables, Dice dice) {
        t = tables;
        this.dice = dice;
    }

    @Override
    public int share() {
        return t.topUps.isEmpty() ? 1 : 9;
    }

    @Override
    public Command next(Instant now) {
        if (t.owing.isEmpty() ? dice.oneIn(12) : !dice.oneIn(3)) {
            return aboutReceivable();
        }
        var said = disputes.isEmpty() || dice.oneIn(3) ? dispute() : dice.lately(disputes);
        var told = dice.oneIn(8) ? otherwise(said.dispute) : said.dispute;
        return dice.oneIn(3)
                ? new ReportDisputeWon(said.ledger, said.id, told, won(said.dispute))
                : new ReportChargeback(said.ledger, said.id, told);
    }

    private Dispute otherwise(Dispute it) {
        var fee = dice.oneIn(2) ? it.fee() : new Money(1 + dice.upTo(20), dice.currency());
        var amount = dice.oneIn(2) ? it.amount() : new Money(1 + dice.upTo(50), dice.currency());
        return new Dispute(it.processor(), it.reference(), it.topUp(), it.wallet(), amount, fee);
    }

    private Said dispute() {
        var reference = new ProcessorReference("dispute_" + disputes.size());
        var topUp = dice.oneIn(12) ? null : dice.lately(t.topUps.values());
        var processor = topUp == null ? new ProcessorId("simulator") : topUp.processor;
        var ledger = topUp == null || !t.wallets.containsKey(topUp.wallet)
                ? Dice.LEDGER
                : t.wallets.get(topUp.wallet).ledger;
        var dispute = new Dispute(
                processor,
                reference,
                topUp == null ? null : topUp.id,
                topUp == null ? null : topUp.wallet,
                taken(topUp),
                dice.oneIn(3) ? new Money(15, dice.currency()) : null);
        var said = new Said(ledger, ChargebackId.of(ledger, processor, reference), dispute);
        disputes.add(said);
        return said;
    }

    private Money taken(Rows.@Nullable TopUp topUp) {
        if (topUp == null || dice.oneIn(20)) {
            return new Money(1 + dice.upTo(50), dice.currency());
        }
        var all = Math.min(topUp.asked, 1_000_000);
        return new Money(dice.oneIn(3) ? 1 + dice.upTo((int) all) : topUp.asked, topUp.currency);
    }

    private Money won(Dispute dispute) {
        var amount = dispute.amount();
        if (dice.oneIn(12)) {
            return new Money(amount.amount() + 1 + dice.upTo(50), dice.currency());
        }
        return dice.oneIn(3)
                ? new Money(1 + dice.upTo((int) Math.min(1_000, amount.amount())), amount.currency())
                : amount;
    }

    private Command aboutReceivable() {
        var owing = t.wallets.keySet().stream().filter(t::owesAnything).toList();
        var wallet = owing.isEmpty() || dice.oneIn(10) ? dice.wallet(t) : dice.of(owing);
        return dice.oneIn(3)
                ? new WriteOffReceivable(dice.ledger(), wallet, PeopleActs.TILL, amount(wallet), null)
                : new CollectReceivable(dice.ledger(), wallet, PeopleActs.TILL, amount(wallet), null);
    }

    private @Nullable Money amount(WalletId wallet) {
        if (t.owing.isEmpty() ? dice.oneIn(12) : !dice.oneIn(3)) {
            return null;
        }
        var currency = dice.currency();
        var owed = Math.max(0, Math.min(10_000, t.owed(wallet, currency)));
        return new Money(1 + dice.upTo((int) owed + 1), currency);
    }
}
