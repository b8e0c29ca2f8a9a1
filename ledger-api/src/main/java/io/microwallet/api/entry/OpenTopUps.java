package io.microwallet.api.entry;

import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Event;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The top-ups that a pass over the log saw requested and not yet decided: nearly every one is found here when its money
 * comes, and only one that was requested before the pass, long ago or called failed first is read on its own.
 */
public final class OpenTopUps {
    private static final int KEPT_MAX = 10_000;

    private final Books books;
    private final Map<TopUpId, TopUpRequested> requested = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TopUpId, TopUpRequested> eldest) {
            return size() > KEPT_MAX;
        }
    };

    public OpenTopUps(Books books) {
        this.books = books;
    }

    public void note(Event event) {
        if (event instanceof TopUpRequested request) {
            requested.put(request.topUp(), request);
        } else if (event instanceof TopUpFailed failed) {
            requested.remove(failed.topUp());
        }
    }

    /** What was asked for; it is asked once, when the money has come. */
    public TopUpRequested decided(TopUpId topUp) {
        var request = requested.remove(topUp);
        return request == null ? TopUpRequests.of(books.read(topUp)) : request;
    }
}
