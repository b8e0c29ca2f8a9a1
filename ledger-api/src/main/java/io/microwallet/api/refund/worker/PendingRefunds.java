package io.microwallet.api.refund.worker;

import io.microwallet.core.refund.RefundPartId;
import java.util.List;

/** The parts of refunds whose outcome nobody has booked yet; may lag behind the log, in both directions. */
@FunctionalInterface
public interface PendingRefunds {
    /** The oldest, at most {@code limit}. */
    List<RefundPartId> oldest(int limit);
}
