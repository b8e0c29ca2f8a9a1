package io.microwallet.core.audit.model;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.purchase.PurchaseCommand;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.wallet.WalletId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** Purchases, and what merchants and we get of them. */
final class Sales {
    private final Tables t;
    private final Purse purse;
    private final Due due;

    private final Rewards rewards;

    Sales(Tables tables) {
        rewards = new Rewards(tables);
        t = tables;
        purse = new Purse(tables);
        due = new Due(tables);
    }

    Answer answer(PurchaseCommand command, Instant at) {
        return switch (command) {
            case Purchase c -> purchase(c, at);
        };
    }

    private Answer purchase(Purchase c, Instant at) {
        var wallet = t.wallet(c.wallet(), c.ledger());
        if (wallet == null) {
            return Answer.absent("WALLET_NOT_FOUND");
        }
        if (wallet.erased) {
            return Answer.absent("WALLET_ERASED");
        }
        if (t.merchant(c.merchant(), c.ledger()) == null) {
            return Answer.absent("MERCHANT_NOT_FOUND");
        }
        if (t.misses(c.popUp(), c.ledger())) {
            return Answer.absent("POP_UP_NOT_FOUND");
        }
        var refusal = refusal(wallet, c, at);
        return refusal == null ? purchased(c, at) : Answer.refused(refusal);
    }

    private String refusal(Rows.Wallet wallet, Purchase c, Instant at) {
        if (wallet.closed) {
            return "WALLET_CLOSED";
        }
        if (t.frozen(c.wallet())) {
            return "WALLET_FROZEN";
        }
        var effective = TopUps.effective(c.effective(), at);
        return effective != null ? effective : purse.tooLittle(c.wallet(), c.amount(), at);
    }

    private Answer purchased(Purchase c, Instant at) {
        var told = due.settle(c.wallet(), at);
        var currency = c.amount().currency();
        var sale = sale(c.purchase(), c.ledger(), c.wallet(), c.merchant(), c.popUp(), currency);
        sale.happened = c.effective() == null ? at : c.effective();
        var parts = purse.take(c.wallet(), c.amount().amount(), currency, at);
        var entry = new Entry();
        parts.forEach(part -> entry.debit(Chart.available(c.wallet(), part.lot.cash), part.amount, currency));
        var commission = sell(sale, parts, entry);
        told.add(Told.of("Purchased")
                .with("lots", parts)
                .with("commission", new Money(commission, currency))
                .with("available", purse.spendableMoney(c.wallet(), currency, at))
                .with("journalEntry", t.post(entry)));
        rewards.visit(c.wallet(), c.popUp(), told, at);
        return Answer.accepted(told);
    }

    Rows.Sale sale(
            PurchaseId id, LedgerId ledger, WalletId wallet, MerchantId merchant, PopUpId popUp, Currency currency) {
        var sale = new Rows.Sale();
        sale.id = id;
        sale.ledger = ledger;
        sale.wallet = wallet;
        sale.merchant = merchant;
        sale.popUp = popUp;
        sale.currency = currency;
        t.sales.put(id, sale);
        return sale;
    }

    /** Adds these parts to a sale and books what the merchant and we get of them; our share of them. */
    long sell(Rows.Sale sale, List<Rows.Part> parts, Entry entry) {
        var before = sale.kept();
        parts.forEach(part -> sale.paid.add(part.lot.part(part.amount)));
        return credit(sale, before, entry);
    }

    /** Books what the merchant and we have of it now that we did not have before; the other way round where it is less. */
    long credit(Rows.Sale sale, long before, Entry entry) {
        var merchant = t.merchants.get(sale.merchant);
        var more = sale.kept() - before;
        if (merchant.kind == MerchantKind.OWN) {
            entry.credit(Chart.sales(sale.merchant), more, sale.currency);
            return 0;
        }
        var commission = commission(merchant, sale.kept()) - commission(merchant, before);
        entry.credit(Chart.payable(sale.merchant), more - commission, sale.currency);
        entry.credit(Chart.COMMISSION, commission, sale.currency);
        return commission;
    }

    /** Our share of all that was sold and not given back, rounded once, half to even. */
    private static long commission(Rows.Merchant merchant, long amount) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(merchant.basisPoints))
                .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
