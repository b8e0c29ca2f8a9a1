package io.microwallet.api.statement;

import io.microwallet.api.entry.EffectiveTimes;
import io.microwallet.api.past.BookedFunds;
import io.microwallet.api.past.BookedFunds.Booked;
import io.microwallet.api.past.TimeBasis;
import io.microwallet.api.past.WalletLog;
import io.microwallet.core.books.Reading;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a wallet held before and after a month, and which of its events are in it: a number each in memory, no event. */
final class MonthOfWallet {
    /** By when it counts as having happened, then by position. */
    private static final Comparator<Placed> ORDER =
            Comparator.comparing(Placed::time).thenComparing(Placed::position).reversed();

    private final Period period;
    private final EffectiveTimes times;
    private final Instant start;
    private final Instant end;
    private final BookedFunds opening;
    private final BookedFunds closing;
    private final List<Placed> inside = new ArrayList<>();

    private MonthOfWallet(WalletId wallet, Period period, EffectiveTimes times) {
        this.period = period;
        this.times = times;
        start = period.start();
        end = period.end();
        opening = new BookedFunds(wallet);
        closing = new BookedFunds(wallet);
    }

    private record Placed(Instant time, long position) {}

    static MonthOfWallet of(Reading reading, WalletId wallet, Period period, EffectiveTimes times) {
        var month = new MonthOfWallet(wallet, period, times);
        WalletLog.read(reading, wallet, month::take);
        month.inside.sort(ORDER);
        return month;
    }

    private boolean take(RecordedEvent recorded) {
        var time = period.by() == TimeBasis.RECORDED ? recorded.at() : times.of(recorded);
        if (time.isBefore(end)) {
            recorded.event().entry().ifPresent(closing::add);
        }
        if (time.isBefore(start)) {
            recorded.event().entry().ifPresent(opening::add);
        } else if (time.isBefore(end)) {
            inside.add(new Placed(time, recorded.position()));
        }
        // By recorded time the rest is later still; news of what happened may come at any time.
        return period.by() == TimeBasis.EFFECTIVE || time.isBefore(end);
    }

    List<Booked> opening() {
        return opening.in(closing.currencies());
    }

    List<Booked> closing() {
        return closing.all();
    }

    /** The positions of its events, newest first, behind the one that a page before ended with; all for none. */
    List<Long> behind(long position) {
        var positions = inside.stream().map(Placed::position).toList();
        var last = positions.indexOf(position);
        return positions.subList(last + 1, positions.size());
    }
}
