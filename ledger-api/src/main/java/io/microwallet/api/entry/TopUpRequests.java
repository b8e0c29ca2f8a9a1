package io.microwallet.api.entry;

import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;

/** Finds what was asked for behind what a processor reports. */
public final class TopUpRequests {
    private TopUpRequests() {}

    /** @throws IllegalStateException for a top-up that was never requested: no report of it can have been booked */
    public static TopUpRequested of(TopUp topUp) {
        return switch (topUp) {
            case TopUp.Known it -> it.request();
            case TopUp.Unborn _ -> throw new IllegalStateException("a report of a top-up that was never requested");
        };
    }
}
