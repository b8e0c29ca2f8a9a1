package io.microwallet.api.ledger;

import io.microwallet.core.books.Books;
import io.microwallet.core.ledger.LedgerId;
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
        return clock.instant().plus(books.read(ledger).clockOffset());
    }
}
