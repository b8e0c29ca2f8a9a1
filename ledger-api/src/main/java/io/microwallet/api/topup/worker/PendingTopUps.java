package io.microwallet.api.topup.worker;

import io.microwallet.core.topup.TopUpId;
import java.util.List;

/** The top-ups whose outcome nobody has booked yet; may lag behind the log, in both directions. */
@FunctionalInterface
public interface PendingTopUps {
    /** The oldest, at most {@code limit}. */
    List<TopUpId> oldest(int limit);
}
