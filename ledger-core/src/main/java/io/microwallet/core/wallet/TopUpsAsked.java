package io.microwallet.core.wallet;

import io.microwallet.core.decision.Event;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUpEvent;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.topup.TopUpId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The top-ups that were asked for and still matter: {@code pending} have no known outcome yet; {@code recent} are the moments
 * of the latest ones, whatever became of them, oldest first. The ledger's limits keep both short.
 */
public record TopUpsAsked(Map<TopUpId, Money> pending, List<Instant> recent) {
    public static final TopUpsAsked NONE = new TopUpsAsked(Map.of(), List.of());

    /** No day is longer, whatever the zone does to it: a wallet does not know its ledger's. */
    static final Duration DAY_MAX = Duration.ofHours(48);

    public TopUpsAsked {
        pending = Map.copyOf(pending);
        recent = List.copyOf(recent);
    }

    /** What may still come in. */
    long pending(Currency currency) {
        long sum = 0;
        for (var money : pending.values()) {
            sum += money.currency().equals(currency) ? money.amount() : 0;
        }
        return sum;
    }

    /** How many were asked for since an instant that is at most {@link #DAY_MAX} ago. */
    int since(Instant start) {
        var count = 0;
        for (var at : recent) {
            count += at.isBefore(start) ? 0 : 1;
        }
        return count;
    }

    TopUpsAsked after(Event event, Instant at) {
        return event instanceof TopUpEvent own
                ? switch (own) {
                    case TopUpRequested e -> with(e.topUp(), e.amount(), at);
                    case TopUpSucceeded e -> settled(e.topUp());
                    case TopUpFailed e -> settled(e.topUp());
                    case TopUpUnclaimed e -> settled(e.topUp());
                }
                : this;
    }

    private TopUpsAsked with(TopUpId topUp, Money amount, Instant at) {
        var more = new HashMap<>(pending);
        more.put(topUp, amount);
        var latest = new ArrayList<Instant>(recent.size() + 1);
        for (var earlier : recent) {
            if (earlier.isAfter(at.minus(DAY_MAX))) {
                latest.add(earlier);
            }
        }
        latest.add(at);
        return new TopUpsAsked(more, latest);
    }

    // One that was called failed is no longer pending when it succeeds after all.
    private TopUpsAsked settled(TopUpId topUp) {
        var fewer = new HashMap<>(pending);
        fewer.remove(topUp);
        return new TopUpsAsked(fewer, recent);
    }
}
