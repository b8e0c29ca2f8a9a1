package io.microwallet.eventstore.read;

import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.log.LogRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last rows that were read from the database, as events: projections that are behind read the same ones, one after the other. */
final class DecodedRows {
    private static final int ROWS_MAX = 16;

    private final Map<Long, List<RecordedEvent>> rows = new LinkedHashMap<>(2 * ROWS_MAX, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<RecordedEvent>> eldest) {
            return size() > ROWS_MAX;
        }
    };

    List<RecordedEvent> of(LogRow row) {
        synchronized (rows) {
            var known = rows.get(row.position());
            if (known != null) {
                return known;
            }
        }
        var events = row.decoded();
        synchronized (rows) {
            rows.put(row.position(), events);
        }
        return events;
    }
}
