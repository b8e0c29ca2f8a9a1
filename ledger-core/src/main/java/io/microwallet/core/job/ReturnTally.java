package io.microwallet.core.job;

import io.microwallet.core.decision.Event;
import io.microwallet.core.job.ReturnTotals.Refused;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.request.RefusalCode;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what becomes of the wallets of one job, in any order; sorted, so that counting again gives the same. */
public final class ReturnTally {
    private final TreeMap<String, Integer> refused = new TreeMap<>();
    private final TreeMap<String, Money> amounts = new TreeMap<>();
    private final AtomicInteger returned = new AtomicInteger();

    /** One more wallet, which money went back from: an event for each currency. */
    public void returned(List<UnspentReturned> events) {
        returned.incrementAndGet();
        events.forEach(e -> amounts.merge(e.amount().currency().code(), e.amount(), Money::plus));
    }

    /** One more, which keeps what it has. */
    public void refused(RefusalCode code) {
        refused.merge(code.value(), 1, Integer::sum);
    }

    /** The parts of a decision that send money back: what else happened to the wallet by then is no part of the job. */
    public static List<UnspentReturned> returns(List<Event> events) {
        return events.stream()
                .filter(UnspentReturned.class::isInstance)
                .map(UnspentReturned.class::cast)
                .toList();
    }

    public ReturnTotals totals() {
        var codes = refused.entrySet().stream()
                .map(entry -> new Refused(new RefusalCode(entry.getKey()), entry.getValue()))
                .toList();
        var wallets = returned.get() + codes.stream().mapToInt(Refused::count).sum();
        return new ReturnTotals(wallets, returned.get(), codes, List.copyOf(amounts.values()));
    }
}
