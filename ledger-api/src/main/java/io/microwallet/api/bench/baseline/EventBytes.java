package io.microwallet.api.bench.baseline;

import io.microwallet.embedded.DatabaseLogin;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of events as the log has them: what baselines insert. */
public final class EventBytes {
    private static final String LAST = "SELECT body, ends FROM log WHERE partition = 0 ORDER BY position DESC LIMIT ?";
    private static final int ROWS = 10;
    private static final int EVENTS_MAX = 500;

    private EventBytes() {}

    /** Those of the log's end, at most 500. */
    public static List<byte[]> last(DatabaseLogin login) throws SQLException {
        var events = new ArrayList<byte[]>();
        try (var connection = login.connect();
                var query = connection.prepareStatement(LAST)) {
            query.setInt(1, ROWS);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    slice(rows.getBytes(1), (Integer[]) rows.getArray(2).getArray(), events);
                }
            }
        }
        return List.copyOf(events.subList(0, Math.min(events.size(), EVENTS_MAX)));
    }

    private static void slice(byte[] body, Integer[] ends, List<byte[]> events) {
        var from = 1;
        for (var end : ends) {
            events.add(Arrays.copyOfRange(body, from, end));
            from = end + 1;
        }
    }

    /** Of one, on average. */
    static int average(List<byte[]> events) {
        return (int) events.stream().mapToInt(event -> event.length).average().orElse(1);
    }
}
