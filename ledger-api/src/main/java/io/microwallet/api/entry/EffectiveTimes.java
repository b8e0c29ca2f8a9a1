package io.microwallet.api.entry;

import io.microwallet.core.books.Books;
import io.microwallet.core.request.RecordedEvent;
import java.time.Instant;

/** When entries happened, for one pass over the log in its order. */
public final class EffectiveTimes {
    private final OpenTopUps topUps;

    public EffectiveTimes(Books books) {
        this.topUps = new OpenTopUps(books);
    }

    /** What was said of when it happened, or else when it was recorded; what moves no money happened when it was recorded. */
    public Instant of(RecordedEvent recorded) {
        topUps.note(recorded.event());
        if (recorded.event().entry().isEmpty()) {
            return recorded.at();
        }
        var effective = EntryFacts.of(recorded.event(), topUps::decided).effective();
        return effective == null ? recorded.at() : effective;
    }
}
