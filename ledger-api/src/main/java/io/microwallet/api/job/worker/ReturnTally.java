package io.microwallet.api.job.worker;

import io.microwallet.core.job.ReturnTotals;
import io.microwallet.core.job.ReturnTotals.Refused;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.request.RequestRefused;
import java.util.List;
import java.util.TreeMap;

/** Counts what becomes of the wallets of one job; sorted, so that counting again gives the same. */
final class ReturnTally {
    private final TreeMap<String, Integer> refused = new TreeMap<>();
    private final TreeMap<String, Money> amounts = new TreeMap<>();
    private int wallets;
    private int returned;

    void decided(Outcome.Decided decided) {
        wallets++;
        var back = false;
        for (var recorded : decided.events()) {
            if (recorded.event() instanceof UnspentReturned e) {
                amounts.merge(e.amount().currency().code(), e.amount(), Money::plus);
                back = true;
            } else if (recorded.event() instanceof RequestRefused e) {
                refused.merge(e.code().value(), 1, Integer::sum);
            }
        }
        returned += back ? 1 : 0;
    }

    void absent(Outcome.Absent absent) {
        wallets++;
        refused.merge(absent.absence().name(), 1, Integer::sum);
    }

    ReturnTotals totals() {
        var codes = refused.entrySet().stream()
                .map(entry -> new Refused(new RefusalCode(entry.getKey()), entry.getValue()))
                .toList();
        return new ReturnTotals(wallets, returned, codes, List.copyOf(amounts.values()));
    }
}
