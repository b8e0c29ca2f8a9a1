package io.microwallet.core.audit.model;

import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutCommand;
import io.microwallet.core.payout.PayoutCommand.FailPayout;
import io.microwallet.core.payout.PayoutCommand.RequestPayout;
import io.microwallet.core.payout.PayoutCommand.SettlePayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** What merchants are paid out. */
final class Payouts {
    private final Tables t;

    Payouts(Tables tables) {
        t = tables;
    }

    Answer answer(PayoutCommand command) {
        return switch (command) {
            case RequestPayout c -> request(c);
            case SettlePayout c -> settle(c);
            case FailPayout c -> fail(c);
        };
    }

    /** All that was ever asked for, failed or not. */
    long asked(MerchantId merchant, Currency currency) {
        long sum = 0;
        for (var payout : t.payouts.values()) {
            sum += payout.merchant.equals(merchant) && payout.currency.equals(currency) ? payout.amount : 0;
        }
        return sum;
    }

    private Answer request(RequestPayout c) {
        var merchant = t.merchant(c.merchant(), c.ledger());
        if (merchant == null) {
            return Answer.absent("MERCHANT_NOT_FOUND");
        }
        if (t.payouts.containsKey(c.payout())) {
            return Answer.refused("PAYOUT_ALREADY_EXISTS");
        }
        if (merchant.kind == MerchantKind.OWN) {
            return Answer.refused("OWN_SHOP_IS_NOT_PAID_OUT");
        }
        var owed = owed(c);
        var currency = c.amount() != null ? c.amount().currency() : c.currency();
        if (currency == null && owed.size() > 1) {
            return Answer.refused("PAYOUT_CURRENCY_NEEDED");
        }
        var from =
                currency != null ? currency : owed.keySet().stream().findFirst().orElse(null);
        if (from == null || !owed.containsKey(from)) {
            return Answer.refused("NOTHING_TO_PAY_OUT");
        }
        var amount = c.amount() == null ? owed.get(from) : c.amount().amount();
        return amount > owed.get(from) ? Answer.refused("PAYABLE_EXCEEDED") : requested(c, amount, from);
    }

    /** What is positive of what was owed when it was looked up, less what was asked for since. */
    private Map<Currency, Long> owed(RequestPayout c) {
        var owed = new LinkedHashMap<Currency, Long>();
        for (var payable : c.payables()) {
            var currency = payable.owed().currency();
            var since = asked(c.merchant(), currency) - payable.requestedSeen().amount();
            if (payable.owed().amount() > since) {
                owed.put(currency, payable.owed().amount() - since);
            }
        }
        return owed;
    }

    private Answer requested(RequestPayout c, long amount, Currency currency) {
        var payout = new Rows.Payout();
        payout.ledger = c.ledger();
        payout.merchant = c.merchant();
        payout.amount = amount;
        payout.currency = currency;
        t.payouts.put(c.payout(), payout);
        return told(payout, "PayoutRequested", Chart.payable(c.merchant()), Chart.payoutsInFlight(c.merchant()));
    }

    private Answer told(Rows.Payout payout, String event, String from, String to) {
        var entry = new Entry().debit(from, payout.amount, payout.currency).credit(to, payout.amount, payout.currency);
        return Answer.accepted(
                new ArrayList<>(),
                Told.of(event)
                        .with("merchant", payout.merchant)
                        .with("amount", new Money(payout.amount, payout.currency))
                        .with("journalEntry", t.post(entry)));
    }

    private Answer settle(SettlePayout c) {
        var payout = t.payouts.get(c.payout());
        if (payout == null || !payout.ledger.equals(c.ledger())) {
            return Answer.absent("PAYOUT_NOT_FOUND");
        }
        if (payout.settled) {
            return new Answer.Known();
        }
        payout.settled = true;
        var from = payout.failed ? Chart.payable(payout.merchant) : Chart.payoutsInFlight(payout.merchant);
        return told(payout, "PayoutSettled", from, Chart.BANK);
    }

    private Answer fail(FailPayout c) {
        var payout = t.payouts.get(c.payout());
        if (payout == null || !payout.ledger.equals(c.ledger())) {
            return Answer.absent("PAYOUT_NOT_FOUND");
        }
        if (payout.failed) {
            return new Answer.Known();
        }
        payout.failed = true;
        var from = payout.settled ? Chart.BANK : Chart.payoutsInFlight(payout.merchant);
        return told(payout, "PayoutFailed", from, Chart.payable(payout.merchant));
    }
}
