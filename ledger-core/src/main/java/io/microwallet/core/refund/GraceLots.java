package io.microwallet.core.refund;

import io.microwallet.core.id.DerivedUuid;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import java.time.Duration;
import java.time.Instant;

/** A refund into a lot that has expired meanwhile: a new one, that the member has some days to spend. */
final class GraceLots {
    private GraceLots() {}

    /** The same part where its lot still runs. */
    static Lot of(RefundId refund, Lot part, Instant at, Duration grace) {
        var funder = part.funder();
        return funder == null || !part.hasExpired(at)
                ? part
                : Lot.credit(id(refund, part), part.amount(), at, at.plus(grace), funder);
    }

    /** Follows from both, so that whoever replays the log finds the same lot. */
    private static LotId id(RefundId refund, Lot part) {
        return new LotId(DerivedUuid.of("lot", refund.text(), part.id().text()));
    }
}
