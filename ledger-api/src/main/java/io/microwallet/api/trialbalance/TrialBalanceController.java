package io.microwallet.api.trialbalance;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.past.AsOf;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.Scope;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finance reads the trial balance. */
@RestController
@Tag(name = "Finance", description = "Statements, the trial balance and exports, each as of a position that it names.")
final class TrialBalanceController {
    private final Books books;
    private final PastTrialBalances past;
    private final LedgerTimes times;

    TrialBalanceController(Books books, PastTrialBalances past, LedgerTimes times) {
        this.books = books;
        this.past = past;
        this.times = times;
    }

    /** Every control account of the ledger: debits, credits and balance in minor units, and their totals by currency. */
    @GetMapping(path = "/v1/trial-balance", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    TrialBalance readTrialBalance(
            Caller caller,
            @Parameter(
                            description = "A past instant: with all that was recorded up to it, and nothing after",
                            schema = @Schema(format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String at,
            @Parameter(
                            description =
                                    "A past instant: with all that had happened by then, whenever it was recorded",
                            schema = @Schema(format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String effectiveAt) {
        return AsOf.of(at, effectiveAt, instant -> times.hasCome(caller.ledger(), instant))
                .map(asOf -> past.of(caller.ledger(), asOf))
                .orElseGet(() -> TrialBalance.of(books.open(), caller.ledger()));
    }
}
