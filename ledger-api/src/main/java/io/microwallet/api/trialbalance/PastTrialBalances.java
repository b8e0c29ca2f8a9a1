package io.microwallet.api.trialbalance;

import io.microwallet.api.entry.EffectiveTimes;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemException;
import io.microwallet.api.past.AsOf;
import io.microwallet.core.books.Books;
import io.microwallet.core.ledger.LedgerId;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Reckons trial balances of the past, a few at a time: each reads the ledger's log up to its instant. */
@Component
final class PastTrialBalances {
    static final int AT_ONCE_MAX = 2;

    private static final int RETRY_AFTER_SECONDS = 2;

    private final Books books;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);

    PastTrialBalances(Books books) {
        this.books = books;
    }

    TrialBalance of(LedgerId ledger, AsOf asOf) {
        if (!places.tryAcquire()) {
            throw new ProblemException(ProblemCode.UNAVAILABLE
                    .problem("As many trial balances of the past are reckoned as the service takes at once.")
                    .retryAfter(RETRY_AFTER_SECONDS));
        }
        try {
            var reading = books.open();
            var totals = PastTotals.of(reading, ledger, asOf, new EffectiveTimes(books));
            var chain = totals.position() < 0 ? "" : reading.chain(totals.position());
            return TrialBalance.of(totals.position(), chain, totals.totals()).asOf(asOf);
        } finally {
            places.release();
        }
    }
}
