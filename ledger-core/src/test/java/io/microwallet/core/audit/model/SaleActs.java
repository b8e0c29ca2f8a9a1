package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;

/** Tills. */
final class SaleActs implements Acts {
    private final Tables t;
    private final Purse purse;
    private final Dice dice;

    SaleActs(Tables tables, Dice dice) {
        t = tables;
        purse = new Purse(tables);
        this.dice = dice;
    }

    @Override
    public int share() {
        return t.lots.isEmpty() ? 1 : 22;
    }

    @Override
    public Command next(Instant now) {
        var wallet = dice.wallet(t);
        var ledger = dice.ledger(wallet);
        return new Purchase(
                ledger,
                new PurchaseId(dice.id()),
                wallet,
                dice.merchant(ledger),
                PeopleActs.TILL,
                price(wallet, now),
                dice.popUp(t),
                null,
                TopUpActs.effective(dice, now));
    }

    /** Often just what there is, or a cent more: that is where the mistakes are. */
    Money price(WalletId wallet, Instant now) {
        var money = dice.money();
        var there = purse.available(wallet, money.currency(), now);
        if (there < 1 || !dice.oneIn(3)) {
            return money;
        }
        return new Money(Math.min(Money.AMOUNT_MAX, Math.max(1, there + dice.upTo(3) - 1)), money.currency());
    }
}
