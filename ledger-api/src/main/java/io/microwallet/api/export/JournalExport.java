package io.microwallet.api.export;

import io.microwallet.api.export.format.ExportHead;
import io.microwallet.api.export.format.ExportedEntry;
import io.microwallet.api.export.format.ExportedEntry.Line;
import io.microwallet.api.export.format.JournalFormat;
import io.microwallet.api.export.span.AccountBalances.Balance;
import io.microwallet.api.export.span.LedgerDays;
import io.microwallet.api.export.span.Survey;
import io.microwallet.core.books.Reading;
import io.microwallet.core.request.RecordedEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;

/**
 * One export, fixed to its positions: the same bytes whenever it is written. Between two pages nothing of the database is
 * held, so a reader as slow as it likes is in nobody's way.
 */
final class JournalExport {
    /** Positions read before they are written, and accounts named at a time. */
    static final int EXPORT_PAGE_ENTRIES_MAX = 5_000;

    /** From its first byte to its last; one that takes longer breaks off. */
    static final Duration EXPORT_DURATION_MAX = Duration.ofMinutes(30);

    private static final String OPENING_BALANCES = "opening-balances";

    private final Reading reading;
    private final Survey survey;
    private final ExportHead head;
    private final AccountNames accounts;
    private final EntryReader entries;
    private final long endsBy = System.nanoTime() + EXPORT_DURATION_MAX.toNanos();

    JournalExport(Reading reading, Survey survey, ExportHead head, AccountNames accounts, EntryReader entries) {
        this.reading = reading;
        this.survey = survey;
        this.head = head;
        this.accounts = accounts;
        this.entries = entries;
    }

    ExportHead head() {
        return head;
    }

    /** Writes it all; once only. */
    void write(JournalFormat format) throws IOException {
        format.begin(head);
        declare(format);
        if (head.from() != null && survey.startsLate()) {
            format.entry(opening(head.from()));
        }
        if (!survey.isEmpty()) {
            writeEntries(format);
        }
        format.end();
    }

    private void declare(JournalFormat format) throws IOException {
        var batches = survey.balances().used().gather(Gatherers.windowFixed(EXPORT_PAGE_ENTRIES_MAX));
        for (var batch : (Iterable<List<Balance>>) batches::iterator) {
            checkTime();
            accounts.issue(batch);
            format.declare(batch.stream()
                    .map(balance -> accounts.of(balance.account()))
                    .distinct()
                    .toList());
        }
    }

    private ExportedEntry opening(LocalDate from) {
        var days = new LedgerDays(head.ledger().zone());
        Iterable<Line> lines = () -> survey.balances()
                .used()
                .filter(balance -> balance.opening() != 0)
                .map(balance -> new Line(accounts.of(balance.account()), balance.opening(), balance.currency()))
                .iterator();
        var start = days.startOf(from);
        return new ExportedEntry(
                0, survey.lastBefore(), start, from, null, null, OPENING_BALANCES, "", "", "", "", lines);
    }

    private void writeEntries(JournalFormat format) throws IOException {
        var page = new ArrayList<RecordedEvent>();
        for (var from = survey.first(); from <= survey.last(); from += EXPORT_PAGE_ENTRIES_MAX) {
            checkTime();
            var to = Math.min(survey.last(), from + EXPORT_PAGE_ENTRIES_MAX - 1);
            reading.scan(head.ledger().id(), from, to, page::add);
            for (var recorded : page) {
                var entry = entries.read(recorded);
                if (entry.isPresent()) {
                    format.entry(entry.get());
                }
            }
            page.clear();
        }
    }

    private void checkTime() {
        if (System.nanoTime() - endsBy > 0) {
            throw new IllegalStateException("an export took longer than " + EXPORT_DURATION_MAX);
        }
    }
}
