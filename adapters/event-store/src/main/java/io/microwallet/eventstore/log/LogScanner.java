package io.microwallet.eventstore.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

/** Walks the log row by row, in order and in bounded memory. */
public final class LogScanner {
    /** At most 8 MiB of bodies at once. */
    private static final int ROWS_A_PAGE = 8;

    private LogScanner() {}

    /**
     * Hands over every row from the one that holds {@code from} on, until the consumer says false or the log ends.
     *
     * @param connection stays open; in a REPEATABLE READ transaction the whole walk sees one moment
     */
    public static void scan(Connection connection, int partition, long from, Predicate<LogRow> wantsMore)
            throws SQLException {
        var first = LogTable.holding(connection, partition, from);
        if (first.isEmpty() || first.get().last() < from || !wantsMore.test(first.get())) {
            return;
        }
        var next = first.get().last() + 1;
        while (true) {
            var page = LogTable.from(connection, partition, next, ROWS_A_PAGE);
            for (var row : page) {
                if (!wantsMore.test(row)) {
                    return;
                }
            }
            if (page.isEmpty()) {
                return;
            }
            next = page.getLast().last() + 1;
        }
    }
}
