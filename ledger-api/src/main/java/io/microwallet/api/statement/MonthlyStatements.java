package io.microwallet.api.statement;

import io.microwallet.api.entry.EffectiveTimes;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.page.Cursor;
import io.microwallet.api.http.page.PageRequest;
import io.microwallet.api.past.BookedFunds.Booked;
import io.microwallet.core.books.Books;
import io.microwallet.core.books.Reading;
import io.microwallet.core.wallet.WalletId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements of one month with its opening and closing balances, straight from the log. */
@Component
final class MonthlyStatements {
    private static final int EVENTS_A_READ = 200;

    private final Books books;
    private final StatementEntries lines;

    MonthlyStatements(Books books, StatementEntries lines) {
        this.books = books;
        this.lines = lines;
    }

    Statement page(WalletId wallet, Period period, PageRequest request) {
        var reading = books.open();
        var month = MonthOfWallet.of(reading, wallet, period, new EffectiveTimes(books));
        var entries = new ArrayList<Statement.Entry>();
        var rest = month.behind(request.beforePosition());
        var next = fill(entries, reading, rest, request);
        return new Statement(reading.position(), entries, next, view(period, month));
    }

    /** Fills a page; the cursor of the next one, or null where there is none. */
    private @Nullable String fill(
            ArrayList<Statement.Entry> entries, Reading reading, List<Long> positions, PageRequest request) {
        for (var from = 0; from < positions.size(); from += EVENTS_A_READ) {
            var to = Math.min(positions.size(), from + EVENTS_A_READ);
            for (var event : reading.at(positions.subList(from, to))) {
                var entry = lines.of(event);
                if (entry.isPresent() && entries.size() == request.limit()) {
                    return new Cursor(entries.getLast().position()).text(request.list());
                }
                entry.ifPresent(entries::add);
            }
        }
        return null;
    }

    private static Statement.Month view(Period period, MonthOfWallet month) {
        return new Statement.Month(
                period.month().toString(),
                period.zone().getId(),
                JsonNames.of(period.by()),
                Times.text(period.start()),
                Times.text(period.end()),
                balances(month.opening()),
                balances(month.closing()));
    }

    private static List<Statement.Balance> balances(List<Booked> booked) {
        return booked.stream()
                .map(it -> new Statement.Balance(it.currency().code(), it.available(), it.held(), it.ledger()))
                .toList();
    }
}
