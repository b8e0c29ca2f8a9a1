package io.microwallet.core.payout;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was ever asked to be paid out to one merchant, failed payouts included: it never shrinks, so that what was asked for
 * between two looks at it is their difference.
 *
 * @param requested one amount a currency
 */
public record Payee(List<Money> requested) implements Entity {
    static final Payee UNPAID = new Payee(List.of());

    public Payee {
        requested = List.copyOf(requested);
    }

    /** What was asked for in this currency so far. */
    public Money requested(Currency currency) {
        for (var money : requested) {
            if (money.currency().equals(currency)) {
                return money;
            }
        }
        return Money.zero(currency);
    }

    @Override
    public Payee evolve(Event event, Instant at) {
        return event instanceof PayoutRequested e ? with(e.amount()) : this;
    }

    private Payee with(Money more) {
        var all = new ArrayList<Money>(requested.size() + 1);
        for (var money : requested) {
            if (!money.currency().equals(more.currency())) {
                all.add(money);
            }
        }
        all.add(requested(more.currency()).plus(more));
        return new Payee(all);
    }
}
