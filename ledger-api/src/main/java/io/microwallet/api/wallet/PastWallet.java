package io.microwallet.api.wallet;

import io.microwallet.api.entry.EffectiveTimes;
import io.microwallet.api.past.AsOf;
import io.microwallet.api.past.BookedFunds;
import io.microwallet.api.past.TimeBasis;
import io.microwallet.api.past.WalletLog;
import io.microwallet.core.books.Reading;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletId;

/** One wallet as it was at an instant, from its own events. */
final class PastWallet {
    private final WalletId id;
    private final AsOf asOf;
    private final EffectiveTimes times;
    private final BookedFunds funds;
    private Wallet wallet;
    private long position = -1;
    private boolean wasThere;

    private PastWallet(WalletId id, AsOf asOf, EffectiveTimes times) {
        this.id = id;
        this.asOf = asOf;
        this.times = times;
        this.funds = new BookedFunds(id);
        this.wallet = id.unborn();
    }

    static PastWallet of(Reading reading, WalletId id, AsOf asOf, EffectiveTimes times) {
        var past = new PastWallet(id, asOf, times);
        WalletLog.read(reading, id, past::take);
        return past;
    }

    private boolean take(RecordedEvent recorded) {
        var recordedLater = recorded.at().isAfter(asOf.instant());
        wasThere |= !recordedLater;
        if (!recordedLater || isOpenedBy(recorded)) {
            wallet = wallet.evolve(recorded.event(), recorded.at());
        }
        if (!recordedLater || asOf.basis() == TimeBasis.EFFECTIVE) {
            position = recorded.position();
            book(recorded);
        }
        return !recordedLater || asOf.basis() == TimeBasis.EFFECTIVE;
    }

    /** By effective time a wallet may have been paid from before it was opened; it is then as it was when it was opened. */
    private boolean isOpenedBy(RecordedEvent recorded) {
        return asOf.basis() == TimeBasis.EFFECTIVE
                && wallet instanceof Wallet.Unborn
                && recorded.event() instanceof WalletOpened;
    }

    private void book(RecordedEvent recorded) {
        var happenedLater = times.of(recorded).isAfter(asOf.instant());
        if (!happenedLater) {
            recorded.event().entry().ifPresent(funds::add);
        }
    }

    /** Its state by recorded time: its status is nothing that is said to have happened at another time. */
    Wallet wallet() {
        return wasThere || !funds.currencies().isEmpty() ? wallet : id.unborn();
    }

    /** Its balances by effective time, which know no lots: money may be spent in it before it came. */
    BookedFunds funds() {
        return funds;
    }

    /** Of its last event that was looked at; -1 for none. */
    long position() {
        return position;
    }
}
