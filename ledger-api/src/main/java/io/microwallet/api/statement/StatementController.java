package io.microwallet.api.statement;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.page.PageRequest;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.ledger.Ledger;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statements of wallets, for every client that has a token for the wallet. */
@RestController
@Tag(name = "Finance")
final class StatementController {
    private final Statements statements;
    private final MonthlyStatements months;
    private final ClientWallets wallets;
    private final Books books;

    StatementController(Statements statements, MonthlyStatements months, ClientWallets wallets, Books books) {
        this.statements = statements;
        this.months = months;
        this.wallets = wallets;
        this.books = books;
    }

    /** What moved the balance or the status of a wallet, newest first, with the available balance after each. */
    @GetMapping(path = "/v1/wallets/{token}/statement", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Statement readStatement(
            Caller caller,
            @PathVariable String token,
            @Parameter(
                            description =
                                    "A month of the ledger's time zone, as in 2026-11, with its opening and closing balance")
                    @RequestParam(required = false)
                    @Nullable
                    String month,
            @Parameter(
                            description = "Which time of an entry decides whether it is in the month",
                            schema =
                                    @Schema(
                                            allowableValues = {"recorded", "effective"},
                                            defaultValue = "recorded"))
                    @RequestParam(required = false)
                    @Nullable
                    String by,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var parsed = ClientWallets.parse(token);
        var asked = Period.of(month, by);
        if (asked.isEmpty()) {
            return statements.page(
                    wallets.read(caller, parsed), PageRequest.of(cursor, limit, "statement", parsed.text()));
        }
        var page = PageRequest.of(cursor, limit, "statement", parsed.text(), month, by);
        return months.page(wallets.read(caller, parsed), asked.get().in(zone(caller)), page);
    }

    private ZoneId zone(Caller caller) {
        return switch (books.read(caller.ledger())) {
            case Ledger.Created ledger -> ledger.zone();
            case Ledger.Unborn _ -> throw Absences.exception(Absence.LEDGER_NOT_FOUND);
        };
    }
}
