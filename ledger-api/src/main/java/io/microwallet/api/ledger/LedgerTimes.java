package io.microwallet.api.ledger;

import io.microwallet.core.books.Books;
import io.microwallet.core.ledger.LedgerId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What time it is in a ledger: the machine's, or later in a sandbox whose clock was moved. */
@Component
public final class LedgerTimes {
    private final Books books;
    private final InstantSource clock;

    public LedgerTimes(Books books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    public Instant now(LedgerId ledger) {
        return clock.instant().plus(offset(ledger));
    }

    /** Whether this instant is no later than the ledger's clock, which stands still while the machine's is behind what is recorded. */
    public boolean hasCome(LedgerId ledger, Instant instant) {
        return !instant.isAfter(now(ledger)) || !instant.isAfter(floor(ledger));
    }

    private Instant floor(LedgerId ledger) {
        var reading = books.open();
        var last = reading.at(reading.position());
        return last.at().minus(offset(last.ledger())).plus(offset(ledger));
    }

    private Duration offset(LedgerId ledger) {
        return books.read(ledger).clockOffset();
    }
}
