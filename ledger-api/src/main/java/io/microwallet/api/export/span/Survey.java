package io.microwallet.api.export.span;

import io.microwallet.core.books.Reading;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.request.RecordedEvent;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The first of the two passes of an export: finds the positions of its span and sums up what lies before it. Days are no key
 * of the log, but time never goes back in a ledger, so a span of days is one range of positions.
 */
public final class Survey {
    /** How many positions one scan of the log covers; between two scans a pass can end early. */
    public static final int SCAN_POSITIONS_MAX = 100_000;

    private static final long NONE = -1;

    private final ExportSpan span;
    private final AccountBalances balances = new AccountBalances();
    private final SortedSet<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::code));
    private long entriesBefore;
    private long lastBefore = NONE;
    private long first = NONE;
    private long last = NONE;
    private boolean past;

    private Survey(ExportSpan span) {
        this.span = span;
    }

    /** Reads the log of one ledger from its start to the end of the span, in bounded memory but for one row an account. */
    public static Survey of(Reading reading, LedgerId ledger, ExportSpan span) {
        var survey = new Survey(span);
        var end = Math.min(reading.position(), span.positionMax());
        for (var from = 0L; from <= end && !survey.past; from += SCAN_POSITIONS_MAX) {
            reading.scan(ledger, from, Math.min(end, from + SCAN_POSITIONS_MAX - 1), survey::take);
        }
        return survey;
    }

    private void take(RecordedEvent recorded) {
        if (past || span.endsBefore(recorded.at())) {
            past = true;
        } else if (span.startsAfter(recorded.at())) {
            lastBefore = recorded.position();
            carry(recorded);
        } else {
            first = first == NONE ? recorded.position() : first;
            last = recorded.position();
            touch(recorded);
        }
    }

    private void carry(RecordedEvent recorded) {
        recorded.event().entry().ifPresent(entry -> {
            entriesBefore++;
            entry.postings().forEach(posting -> {
                balances.carry(posting);
                currencies.add(posting.money().currency());
            });
        });
    }

    private void touch(RecordedEvent recorded) {
        recorded.event()
                .entry()
                .ifPresent(entry -> entry.postings().forEach(posting -> {
                    balances.touch(posting);
                    currencies.add(posting.money().currency());
                }));
    }

    /** What the accounts held before the span, and which of them it touches. */
    public AccountBalances balances() {
        return balances;
    }

    /** The currencies of the ledger up to the end of the span, by code. */
    public SortedSet<Currency> currencies() {
        return currencies;
    }

    /** How many journal entries the ledger has before the span: the first in it has the next number. */
    public long entriesBefore() {
        return entriesBefore;
    }

    /** True where the ledger has events before the span. */
    public boolean startsLate() {
        return lastBefore != NONE;
    }

    /** True where the span has no event at all. */
    public boolean isEmpty() {
        return first == NONE;
    }

    /** The position of the ledger's last event before the span; -1 for none. */
    public long lastBefore() {
        return lastBefore;
    }

    /** The position of the first event of the span; -1 for none. */
    public long first() {
        return first;
    }

    /** The position that the export is as of: of the last event in the span, or else before it; -1 for none. */
    public long last() {
        return isEmpty() ? lastBefore : last;
    }
}
