package io.microwallet.api.job.worker;

import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.job.ReturnTally;
import io.microwallet.core.job.ReturnTotals;
import io.microwallet.core.job.ReturnTotals.Refused;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.wallet.WalletId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * One job under way: whom it still has to ask, and what became of the others. It is kept in memory alone, some 100 bytes a wallet: after
 * a restart it is counted anew, out of what the log knows under each wallet's key.
 */
final class RunningReturn {
    /** A bug does not go away by itself; what is not decided by then is told, and can be ordered again. */
    static final int TRIES_MAX = 3;

    static final RefusalCode UNAVAILABLE = new RefusalCode("UNAVAILABLE");

    private final UnspentReturnOrdered order;
    private final int total;
    private final SequencedMap<WalletId, Tries> left = new LinkedHashMap<>();
    private final ReturnTally tally = new ReturnTally();
    private boolean isCutShort;

    /** How often one wallet could not be decided, and by what the last time. */
    private record Tries(int count, Optional<RefusalCode> last) {
        static final Tries NONE = new Tries(0, Optional.empty());
    }

    RunningReturn(UnspentReturnOrdered order, SequencedCollection<WalletId> wallets) {
        this.order = order;
        wallets.forEach(wallet -> left.put(wallet, Tries.NONE));
        this.total = left.size();
    }

    UnspentReturnOrdered order() {
        return order;
    }

    /** Those that are asked in the next round. */
    synchronized List<WalletId> beginRound() {
        isCutShort = false;
        return List.copyOf(left.sequencedKeySet());
    }

    synchronized void returned(WalletId wallet, List<UnspentReturned> events) {
        if (left.remove(wallet) != null) {
            tally.returned(events);
        }
    }

    synchronized void refused(WalletId wallet, RefusalCode code) {
        if (left.remove(wallet) != null) {
            tally.refused(code);
        }
    }

    /** It could not be decided; whether it is given up now. */
    synchronized boolean broken(WalletId wallet, RefusalCode code) {
        var tries = left.getOrDefault(wallet, Tries.NONE).count() + 1;
        if (tries < TRIES_MAX) {
            left.put(wallet, new Tries(tries, Optional.of(code)));
            return false;
        }
        refused(wallet, code);
        return true;
    }

    /** The store takes nothing now: all that are left have to wait. */
    synchronized void cutShort() {
        isCutShort = true;
    }

    synchronized boolean isComplete() {
        return left.isEmpty();
    }

    synchronized ReturnTotals totals() {
        return tally.totals();
    }

    synchronized JobProgress progress() {
        var waiting = new TreeMap<String, Integer>();
        for (var tries : left.values()) {
            var kept = isCutShort ? Optional.of(UNAVAILABLE) : tries.last();
            kept.ifPresent(code -> waiting.merge(code.value(), 1, Integer::sum));
        }
        return new JobProgress(
                total,
                tally.totals(),
                waiting.entrySet().stream()
                        .map(entry -> new Refused(new RefusalCode(entry.getKey()), entry.getValue()))
                        .toList());
    }
}
