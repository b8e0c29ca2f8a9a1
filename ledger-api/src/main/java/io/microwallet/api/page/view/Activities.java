package io.microwallet.api.page.view;

import io.microwallet.api.page.view.ActivityView.Line;
import io.microwallet.core.books.Books;
import io.microwallet.core.wallet.WalletId;
import java.util.ArrayList;

/** Pages through a wallet's history, newest first. */
public final class Activities {
    public static final int LINES = 20;
    public static final int LINES_MAX = 200;
    private static final int EVENTS_A_READ = 64;

    private final Books books;
    private final HistoryLines history;

    public Activities(Books books, HistoryLines history) {
        this.books = books;
        this.history = history;
    }

    /**
     * The newest {@link #LINES} lines before a position, or all down to a position that was shown already, at most
     * {@link #LINES_MAX}.
     */
    public ActivityView before(WalletId wallet, long before, long downTo, Wording wording) {
        var reading = books.open();
        var lines = new ArrayList<Line>();
        var cursor = Math.min(before, reading.position() + 1);
        while (true) {
            var events = reading.before(wallet.tag(), cursor, EVENTS_A_READ);
            for (var event : events) {
                var line = history.line(event, wording);
                if (line.isPresent() && isFull(lines.size(), event.position(), downTo)) {
                    return new ActivityView(lines, cursor);
                }
                line.ifPresent(lines::add);
                cursor = event.position();
            }
            if (events.size() < EVENTS_A_READ) {
                return new ActivityView(lines, null);
            }
        }
    }

    private static boolean isFull(int lines, long position, long downTo) {
        return lines >= LINES_MAX || (lines >= LINES && position < downTo);
    }
}
