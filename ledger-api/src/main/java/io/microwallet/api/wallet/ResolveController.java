package io.microwallet.api.wallet;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.ClientRates;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.write.Unbatched;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.page.code.MemberCodes;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Operation;
import io.microwallet.core.wallet.WalletCommand.ResolveWallet;
import io.microwallet.vault.Rehearsal;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How a till meets a member: the code that the member shows becomes the till's own token. */
@RestController
@Tag(name = "Wallets")
final class ResolveController {
    /** Far more than a till can scan, far fewer than guessing would need. */
    private static final int ATTEMPTS_A_SECOND = 20;

    private final ClientWallets wallets;
    private final MemberCodes codes;
    private final WalletAnswers answers;
    private final ClientRates attempts = new ClientRates(ATTEMPTS_A_SECOND);

    ResolveController(ClientWallets wallets, MemberCodes codes, WalletAnswers answers) {
        this.wallets = wallets;
        this.codes = codes;
        this.answers = answers;
    }

    /** Takes the code that a member shows, once, and gives this client's token for the member's wallet. */
    @PostMapping(
            path = "/v1/wallets/resolve",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Unbatched
    @Allowed(Scope.CHECKOUT)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WalletAnswers.Resolved.class)))
    Write resolveWallet(WriteCall call, @RequestBody WalletBody.Code body) {
        var code = Fields.name("/code", body.code());
        attempts.take(call.caller().client());
        return Write.of(Operation.RESOLVE_WALLET, () -> redeem(call, code), answers::resolved);
    }

    /** Runs for a new key only: a replay never redeems again, and a dry run uses no code up. */
    private ResolveWallet redeem(WriteCall call, String code) throws AbsentException {
        var caller = call.caller();
        var found = Rehearsal.isOn() ? codes.find(caller.ledger(), code) : codes.redeem(caller.ledger(), code);
        var wallet = found.orElseThrow(() -> new AbsentException(Absence.CODE_NOT_FOUND));
        wallets.give(caller, wallet);
        return new ResolveWallet(wallet, caller.client());
    }
}
