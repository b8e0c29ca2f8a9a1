package io.microwallet.api.trialbalance;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.Scope;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finance reads the trial balance. */
@RestController
@Tag(name = "Finance", description = "Statements, the trial balance and exports, each as of a position that it names.")
final class TrialBalanceController {
    private final Books books;

    TrialBalanceController(Books books) {
        this.books = books;
    }

    /** Every control account of the ledger: debits, credits and balance in minor units, and their totals by currency. */
    @GetMapping(path = "/v1/trial-balance", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    TrialBalance readTrialBalance(Caller caller) {
        return TrialBalance.of(books.open(), caller.ledger());
    }
}
