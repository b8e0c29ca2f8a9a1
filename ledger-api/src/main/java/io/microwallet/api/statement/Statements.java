package io.microwallet.api.statement;

import io.microwallet.api.http.page.Cursor;
import io.microwallet.api.http.page.PageRequest;
import io.microwallet.core.books.Books;
import io.microwallet.core.books.Reading;
import io.microwallet.core.wallet.WalletId;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Reads statements straight from the log: what was acknowledged is in them, also while the indexer is stalled. */
@Component
final class Statements {
    /** Events looked at for one page; one that finds fewer entries among them is short, and has a next. */
    static final int EVENTS_A_PAGE_MAX = 2_000;

    private static final int EVENTS_A_READ = 200;

    private final Books books;
    private final StatementEntries lines;

    Statements(Books books, StatementEntries lines) {
        this.books = books;
        this.lines = lines;
    }

    Statement page(WalletId wallet, PageRequest request) {
        var reading = books.open();
        var entries = new ArrayList<Statement.Entry>();
        var before = request.beforePosition();
        for (var looked = 0; looked < EVENTS_A_PAGE_MAX; looked += EVENTS_A_READ) {
            var events = reading.before(wallet.tag(), before, EVENTS_A_READ);
            for (var event : events) {
                var entry = lines.of(event);
                if (entry.isPresent() && entries.size() == request.limit()) {
                    return page(reading, entries, before, request);
                }
                entry.ifPresent(entries::add);
                before = event.position();
            }
            if (events.size() < EVENTS_A_READ) {
                return new Statement(reading.position(), entries, null, null);
            }
        }
        return page(reading, entries, before, request);
    }

    private static Statement page(
            Reading reading, ArrayList<Statement.Entry> entries, long before, PageRequest request) {
        return new Statement(reading.position(), entries, new Cursor(before).text(request.list()), null);
    }
}
