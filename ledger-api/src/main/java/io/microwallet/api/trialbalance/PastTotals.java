package io.microwallet.api.trialbalance;

import io.microwallet.api.entry.EffectiveTimes;
import io.microwallet.api.past.AsOf;
import io.microwallet.api.past.TimeBasis;
import io.microwallet.core.books.AccountTotal;
import io.microwallet.core.books.Reading;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.request.RecordedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The control accounts of a ledger as they stood at an instant, added up from its log in bounded memory. */
final class PastTotals {
    /** How many positions one scan covers; between two scans a pass can end early. */
    private static final int SCAN_POSITIONS_MAX = 100_000;

    private static final long NONE = -1;

    private final AsOf asOf;
    private final EffectiveTimes times;
    private final Map<Control, Sum> sums = new HashMap<>();
    private long last = NONE;
    private boolean past;

    private PastTotals(AsOf asOf, EffectiveTimes times) {
        this.asOf = asOf;
        this.times = times;
    }

    private record Control(String account, Currency currency) {}

    private record Sum(long debits, long credits) {
        private static Sum of(Posting posting) {
            var amount = posting.money().amount();
            return posting.side() == Side.DEBIT ? new Sum(amount, 0) : new Sum(0, amount);
        }

        private Sum plus(Sum other) {
            return new Sum(Math.addExact(debits, other.debits), Math.addExact(credits, other.credits));
        }
    }

    static PastTotals of(Reading reading, LedgerId ledger, AsOf asOf, EffectiveTimes times) {
        var totals = new PastTotals(asOf, times);
        for (var from = 0L; from <= reading.position() && !totals.past; from += SCAN_POSITIONS_MAX) {
            var to = Math.min(reading.position(), from + SCAN_POSITIONS_MAX - 1);
            reading.scan(ledger, from, to, totals::take);
        }
        return totals;
    }

    private void take(RecordedEvent recorded) {
        // Time never goes back in a ledger: what follows the first event that is too late is too late as well. Nothing
        // happens later than it is recorded, but news of what happened may come at any time.
        past |= asOf.basis() == TimeBasis.RECORDED && isLater(recorded.at());
        if (!past) {
            last = recorded.position();
            if (!isLater(time(recorded))) {
                recorded.event().entry().ifPresent(entry -> entry.postings().forEach(this::add));
            }
        }
    }

    private Instant time(RecordedEvent recorded) {
        return asOf.basis() == TimeBasis.RECORDED ? recorded.at() : times.of(recorded);
    }

    private boolean isLater(Instant time) {
        return time.isAfter(asOf.instant());
    }

    private void add(Posting posting) {
        var control = new Control(posting.account().control(), posting.money().currency());
        sums.merge(control, Sum.of(posting), Sum::plus);
    }

    /** The position that they are as of: the ledger's last one that was looked at; -1 for none. */
    long position() {
        return last;
    }

    List<AccountTotal> totals() {
        return sums.entrySet().stream()
                .map(e -> new AccountTotal(
                        e.getKey().account(),
                        e.getKey().currency(),
                        e.getValue().debits(),
                        e.getValue().credits()))
                .toList();
    }
}
