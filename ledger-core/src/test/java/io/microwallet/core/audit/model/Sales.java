package io.microwallet.core.audit.model;

import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseCommand;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Purchases, and what merchants and we get of them. */
final class Sales {
    private final Tables t;
    private final Purse purse;
    private final Due due;

    Sales(Tables tables) {
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
        var merchant = t.merchant(c.merchant(), c.ledger());
        if (merchant == null) {
            return Answer.absent("MERCHANT_NOT_FOUND");
        }
        var refusal = refusal(wallet, c, at);
        return refusal == null ? purchased(merchant, c, at) : Answer.refused(refusal);
    }

    private String refusal(Rows.Wallet wallet, Purchase c, Instant at) {
        if (wallet.closed) {
            return "WALLET_CLOSED";
        }
        if (wallet.frozen) {
            return "WALLET_FROZEN";
        }
        var effective = TopUps.effective(c.effective(), at);
        return effective != null ? effective : purse.tooLittle(c.wallet(), c.amount(), at);
    }

    private Answer purchased(Rows.Merchant merchant, Purchase c, Instant at) {
        var told = due.settle(c.wallet(), at);
        var currency = c.amount().currency();
        var parts = purse.take(c.wallet(), c.amount().amount(), currency, at);
        var entry = new Entry();
        parts.forEach(part -> entry.debit(Chart.available(c.wallet(), part.lot.cash), part.amount, currency));
        var commission = commission(merchant, c.amount().amount());
        credit(entry, merchant, c, commission);
        return Answer.accepted(
                told,
                Told.of("Purchased")
                        .with("lots", parts)
                        .with("commission", new Money(commission, currency))
                        .with("available", purse.spendableMoney(c.wallet(), currency, at))
                        .with("journalEntry", t.post(entry)));
    }

    private static void credit(Entry entry, Rows.Merchant merchant, Purchase c, long commission) {
        var currency = c.amount().currency();
        if (merchant.kind == MerchantKind.OWN) {
            entry.credit(Chart.sales(c.merchant()), c.amount().amount(), currency);
        } else {
            entry.credit(Chart.payable(c.merchant()), c.amount().amount() - commission, currency);
            entry.credit(Chart.COMMISSION, commission, currency);
        }
    }

    /** Our share of all that was sold and not given back, rounded once, half to even. */
    static long commission(Rows.Merchant merchant, long amount) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(merchant.basisPoints))
                .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
