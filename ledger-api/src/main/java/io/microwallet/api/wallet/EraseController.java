package io.microwallet.api.wallet;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemException;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.api.http.write.Write;
import io.microwallet.core.client.Scope;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.wallet.WalletCommand.EraseWallet;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.vault.Erasure;
import io.microwallet.vault.VaultUnavailableException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forgets a member: first the outcome is durable, then the texts and tokens go. */
@RestController
@Tag(name = "Wallets")
final class EraseController {
    private static final int RETRY_AFTER_SECONDS = 1;

    private final ClientWallets wallets;
    private final WalletAnswers answers;
    private final Erasure erasure;

    EraseController(ClientWallets wallets, WalletAnswers answers, Erasure erasure) {
        this.wallets = wallets;
        this.answers = answers;
        this.erasure = erasure;
    }

    /** Erases the member of a closed wallet: every text and token of it, for ever. The books keep their amounts. */
    @PostMapping(path = "/v1/wallets/{token}/erase", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.ADMIN)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WalletAnswers.Changed.class)))
    Write eraseWallet(WriteCall call, @PathVariable String token) {
        var parsed = ClientWallets.parse(token);
        return Write.of(
                        Operation.ERASE_WALLET,
                        () -> new EraseWallet(wallets.find(call.caller(), parsed)),
                        answers::changed)
                .followedBy(this::forget);
    }

    /** Nobody is told that it is done before it is; doing it again, for a replay, changes nothing. */
    private void forget(Outcome.Decided decided) {
        try {
            erasure.erase(Decideds.event(decided, WalletErased.class).wallet());
        } catch (VaultUnavailableException _) {
            throw new ProblemException(ProblemCode.UNAVAILABLE
                    .problem(
                            "The erasure is decided, but not all of the member's texts and tokens could be deleted yet.")
                    .advising(
                            "Repeat the call with the same Idempotency-Key until it is done; a start of the service does it too.")
                    .retryAfter(RETRY_AFTER_SECONDS));
        }
    }
}
