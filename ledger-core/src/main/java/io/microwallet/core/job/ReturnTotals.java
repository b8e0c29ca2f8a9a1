package io.microwallet.core.job;

import io.microwallet.core.money.Money;
import io.microwallet.core.request.RefusalCode;
import java.util.List;

/**
 * What became of the wallets of a job.
 *
 * @param wallets how many there were
 * @param returned how many of them money went back from
 * @param refused how many did not, by what stood in the way
 * @param amounts all that went back, by currency
 */
public record ReturnTotals(int wallets, int returned, List<Refused> refused, List<Money> amounts) {
    public ReturnTotals {
        refused = List.copyOf(refused);
        amounts = List.copyOf(amounts);
    }

    /** How often something stood in the way. */
    public record Refused(RefusalCode code, int count) {}
}
