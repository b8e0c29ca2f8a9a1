package io.microwallet.eventstore.decide;

import io.microwallet.core.request.RequestId;

/** Every indexed key: "surely new" saves a look-up. */
final class KeyFilter {
    private final GrowingFilter filter;

    KeyFilter(GrowingFilter filter) {
        this.filter = filter;
    }

    /** Every key that was indexed before this filter began is in it now. */
    void whole() {
        filter.whole();
    }

    void add(RequestId id) {
        filter.add(hash(id));
    }

    /** False only if the key is surely new. */
    boolean mayContain(RequestId id) {
        return filter.mayContain(hash(id));
    }

    private long hash(RequestId id) {
        return filter.hash(id.client().value(), id.key().value());
    }
}
