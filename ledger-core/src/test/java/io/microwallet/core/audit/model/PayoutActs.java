package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutCommand.FailPayout;
import io.microwallet.core.payout.PayoutCommand.Payable;
import io.microwallet.core.payout.PayoutCommand.RequestPayout;
import io.microwallet.core.payout.PayoutCommand.SettlePayout;
import io.microwallet.core.payout.PayoutId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finance, who pays merchants out. */
final class PayoutActs implements Acts {
    private static final List<Currency> CURRENCIES =
            List.of(Currency.of("EUR"), Currency.of("JPY"), Currency.of("KWD"));

    private final Tables t;
    private final Payouts payouts;
    private final Dice dice;
    private @Nullable RequestPayout last;

    PayoutActs(Tables tables, Dice dice) {
        t = tables;
        payouts = new Payouts(tables);
        this.dice = dice;
    }

    @Override
    public int share() {
        return 5;
    }

    @Override
    public Command next(Instant now) {
        var known = dice.lately(t.payouts.keySet());
        if (known == null || dice.oneIn(2)) {
            return request(known != null && dice.oneIn(20) ? known : new PayoutId(dice.id()));
        }
        var id = dice.oneIn(40) ? new PayoutId(dice.id()) : known;
        return dice.oneIn(3) ? new FailPayout(dice.ledger(), id) : new SettlePayout(dice.ledger(), id);
    }

    private Command request(PayoutId id) {
        if (last != null && dice.oneIn(4)) {
            return race(last, new PayoutId(dice.id()));
        }
        last = prepared(id);
        return last;
    }

    /** The same again, by somebody who looked at the books before the other was decided. */
    private static RequestPayout race(RequestPayout other, PayoutId id) {
        return new RequestPayout(
                other.ledger(),
                id,
                other.merchant(),
                other.currency(),
                other.amount(),
                other.payables(),
                other.position(),
                null);
    }

    private RequestPayout prepared(PayoutId id) {
        var merchant = dice.merchant();
        var payables = payables(merchant);
        var currency = dice.oneIn(2) ? dice.currency() : null;
        var amount = currency == null || dice.oneIn(2) ? null : amount(merchant, currency);
        return new RequestPayout(
                dice.ledger(),
                id,
                merchant,
                amount != null && dice.oneIn(2) ? null : currency,
                amount,
                payables,
                t.payouts.size(),
                null);
    }

    private @Nullable Money amount(MerchantId merchant, Currency currency) {
        var owed = t.balance(Chart.payable(merchant), currency);
        return owed < 1
                ? new Money(1, currency)
                : new Money(Math.clamp(owed - 1 + dice.upTo(3) * 1L, 1, Money.AMOUNT_MAX), currency);
    }

    /** As of now; the command may be decided much later. */
    private List<Payable> payables(MerchantId merchant) {
        var payables = new ArrayList<Payable>();
        for (var currency : CURRENCIES) {
            var owed = t.balance(Chart.payable(merchant), currency);
            var seen = payouts.asked(merchant, currency);
            if (owed != 0 || seen != 0) {
                payables.add(new Payable(new Money(owed, currency), new Money(seen, currency)));
            }
        }
        return payables;
    }
}
