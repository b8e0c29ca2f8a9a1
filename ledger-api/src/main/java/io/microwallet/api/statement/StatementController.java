package io.microwallet.api.statement;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.page.PageRequest;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.client.Scope;
import io.swagger.v3.oas.annotations.tags.Tag;
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
    private final ClientWallets wallets;

    StatementController(Statements statements, ClientWallets wallets) {
        this.statements = statements;
        this.wallets = wallets;
    }

    /** What moved the balance or the status of a wallet, newest first, with the available balance after each. */
    @GetMapping(path = "/v1/wallets/{token}/statement", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Statement readStatement(
            Caller caller,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var parsed = ClientWallets.parse(token);
        var page = PageRequest.of(cursor, limit, "statement", parsed.text());
        return statements.page(wallets.read(caller, parsed), page);
    }
}
